import type { Command } from 'commander';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import { collect, parseNumber } from '../parseList.ts';

/** As typed. */
export interface SegmentOptions {
  readonly segmentBy?: readonly string[];
  readonly segmentRows?: number;
  readonly confidence?: number;
  readonly bootstrap?: number;
}

export function addSegmentOptions(command: Command): Command {
  return command
    .option(
      '--segment-by <names>',
      'columns that make the segments of the performance by segment (usual: the first of few categories)',
      collect,
    )
    .option('--segment-rows <rows>', 'smaller segments have no metrics (usual: 30)', parseNumber)
    .option('--confidence <share>', 'work out bootstrap intervals of this confidence, as 0.95, for the metrics by segment', parseNumber)
    .option('--bootstrap <times>', 'how often rows are drawn anew for them (usual: 1000)', parseNumber);
}

export function segmentsFrom({ segmentBy, segmentRows, confidence, bootstrap }: SegmentOptions): ReportSettingsInput['segments'] {
  return {
    ...(segmentBy !== undefined && { by: [...segmentBy] }),
    ...(segmentRows !== undefined && { minimumRows: segmentRows }),
    ...(confidence !== undefined && { confidence }),
    ...(bootstrap !== undefined && { replicates: bootstrap }),
  };
}
