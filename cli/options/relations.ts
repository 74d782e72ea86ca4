import { Option, type Command } from 'commander';
import { correlationMethod, type CorrelationMethod } from '#shared/domain/correlations.ts';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import { parseNumber } from '../parseList.ts';

export interface RelationOptions {
  readonly correlation?: CorrelationMethod;
  readonly segmentShare?: number;
}

/** How relations between columns are measured. */
export function addRelationOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--correlation <coefficient>', 'the coefficient that judges pairs of numbers (usual: pearson)').choices(
        correlationMethod.options,
      ),
    )
    .option('--segment-share <share>', 'share of the current rows that a weak segment holds at least (usual: 0.05)', parseNumber);
}

/** What the options say about the settings; what they do not say is left out. */
export function relationsFrom({ correlation, segmentShare }: RelationOptions): Pick<ReportSettingsInput, 'correlations' | 'weakSegments'> {
  return {
    ...(correlation === undefined ? {} : { correlations: { method: correlation } }),
    ...(segmentShare === undefined ? {} : { weakSegments: { minimumShare: segmentShare } }),
  };
}
