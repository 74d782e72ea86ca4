import type { Command } from 'commander';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { parseNumber } from '../parseList.ts';

/** The options on the drift of the columns together, as typed. */
export interface MultivariateOptions {
  readonly pieces?: number;
  readonly keptVariance?: number;
  readonly inSample?: boolean;
  readonly classifierRows?: number;
  readonly classifierThreshold?: number | 'reference';
}

function parseThreshold(text: string): number | 'reference' {
  if (text.trim().toLowerCase() === 'reference') return 'reference';
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new AppError('E_USAGE', `${JSON.stringify(text)} is neither a number nor reference.`);
  return value;
}

export function addMultivariateOptions(command: Command): Command {
  return command
    .option('--pieces <number>', 'pieces of the reference that say how much it differs from itself (usual: 10)', parseNumber)
    .option('--kept-variance <share>', 'share of the variance that principal components keep (usual: 0.65)', parseNumber)
    .option('--in-sample', 'reconstruct each piece of the reference with all of it, as NannyML does')
    .option('--classifier-rows <rows>', 'rows a side that the domain classifier looks at (usual: 10000)', parseNumber)
    .option('--classifier-threshold <area>', 'drift above this area under its ROC curve, or reference (usual: 0.65)', parseThreshold);
}

/** What they say about the settings; what they do not say is undefined. */
export function multivariateFrom(options: MultivariateOptions): NonNullable<ReportSettingsInput['multivariate']> {
  const { pieces, keptVariance, inSample, classifierRows, classifierThreshold } = options;
  return {
    ...(pieces !== undefined && { pieces }),
    ...(keptVariance !== undefined && { keptVariance }),
    ...(inSample === true && { heldOut: false }),
    ...(classifierRows !== undefined && { classifierRows }),
    ...(classifierThreshold !== undefined && { classifierThreshold: classifierThreshold === 'reference' ? null : classifierThreshold }),
  };
}
