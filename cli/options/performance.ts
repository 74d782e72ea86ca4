import { Option, type Command } from 'commander';
import { performanceTask, type PerformanceTask } from '#shared/domain/performance.ts';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { collect, parseNumber, parsePair } from '../parseList.ts';

/** The options on the performance of a model, as typed. */
export interface PerformanceOptions {
  readonly probability?: readonly string[];
  readonly task?: PerformanceTask;
  readonly positiveLabel?: string;
  readonly probabilityThreshold?: number;
  readonly topRows?: number;
}

export function addPerformanceOptions(command: Command): Command {
  return command
    .option('--probability <class=column>', 'the column with the probability of a class, one for each class', collect)
    .addOption(new Option('--task <task>', 'what the model does; without it the columns decide').choices(performanceTask.options))
    .option('--positive-label <class>', 'the class of interest where there are two')
    .option('--probability-threshold <number>', 'a probability at least this high predicts it (usual: 0.5)', parseNumber)
    .option('--top-rows <rows>', 'look apart at so many rows with the highest probabilities (usual: a tenth)', parseNumber);
}

/** Class → column; a class may hold "=", its column may not. */
export function probabilitiesFrom({ probability }: PerformanceOptions): Record<string, string> | undefined {
  if (probability === undefined) return undefined;
  const columns: Record<string, string> = {};
  for (const [label, column] of probability.map(parsePair)) {
    if (Object.hasOwn(columns, label) && columns[label] !== column) {
      throw new AppError('E_USAGE', `The class ${label} is given two columns of probabilities: ${columns[label]} and ${column}.`);
    }
    columns[label] = column;
  }
  return columns;
}

export function performanceFrom(options: PerformanceOptions): ReportSettingsInput['performance'] {
  const { task, positiveLabel, probabilityThreshold, topRows } = options;
  return {
    ...(task !== undefined && { task }),
    ...(positiveLabel !== undefined && { positiveLabel }),
    ...(probabilityThreshold !== undefined && { probabilityThreshold }),
    ...(topRows !== undefined && { topRows }),
  };
}
