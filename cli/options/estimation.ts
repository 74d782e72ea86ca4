import { Option, type Command } from 'commander';
import { estimationErrors, type EstimationSettings } from '#shared/domain/estimatedPerformance.ts';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import { parseNumber } from '../parseList.ts';

/** As typed. */
export interface EstimationOptions {
  readonly estimateChunks?: number;
  readonly estimateErrors?: EstimationSettings['errors'];
}

export function addEstimationOptions(command: Command): Command {
  return command
    .option(
      '--estimate-chunks <number>',
      'parts of the reference that say what is usual, for estimated performance (usual: 10)',
      parseNumber,
    )
    .addOption(
      new Option('--estimate-errors <way>', 'what tells the errors of a regression without labels (usual: segments)').choices(
        estimationErrors.options,
      ),
    );
}

export function estimationFrom({ estimateChunks, estimateErrors }: EstimationOptions): ReportSettingsInput['estimation'] {
  return {
    ...(estimateChunks !== undefined && { chunks: estimateChunks }),
    ...(estimateErrors !== undefined && { errors: estimateErrors }),
  };
}
