import type { Command } from 'commander';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import { parseNumber } from '../parseList.ts';

export interface OutlierOptions {
  readonly outlierIqr?: number;
  readonly outlierZ?: number;
}

export function addOutlierOptions(command: Command): Command {
  return command
    .option('--outlier-iqr <factor>', 'outliers lie beyond the quartiles by so many times their distance (usual: 1.5)', parseNumber)
    .option('--outlier-z <number>', 'outliers lie beyond the mean by so many standard deviations (usual: 3)', parseNumber);
}

export function outliersFrom({ outlierIqr, outlierZ }: OutlierOptions): ReportSettingsInput['outliers'] {
  return { ...(outlierIqr !== undefined && { iqrFactor: outlierIqr }), ...(outlierZ !== undefined && { zLimit: outlierZ }) };
}
