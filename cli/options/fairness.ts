import type { Command } from 'commander';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import { collect, parseNumber, parsePair } from '../parseList.ts';

export interface FairnessOptions {
  readonly sensitive?: readonly string[];
  readonly privileged?: readonly string[];
  readonly fairnessResamples?: number;
  readonly fairnessSeed?: number;
  readonly smallGroup?: number;
}

/** Whose predictions are compared. */
export function addFairnessOptions(command: Command): Command {
  return command
    .option('--sensitive <names>', 'columns whose groups are predicted alike, or not', collect)
    .option(
      '--privileged <column=group>',
      'the group that the others are set against; the column may be left out where there is one',
      collect,
    )
    .option('--fairness-resamples <number>', 'resamples of the bootstrap intervals; 0 for none (usual: 1000)', parseNumber)
    .option('--fairness-seed <number>', 'seed of the bootstrap (usual: 0)', parseNumber)
    .option('--small-group <rows>', 'groups with fewer rows are pointed out (usual: 30)', parseNumber);
}

/** A name of a sensitive column may hold "=", and so may a group; where one column is named, the group may stand alone. */
function privilegedPair(text: string, sensitive: readonly string[]): [column: string, group: string] {
  const starts = sensitive.filter((column) => text.startsWith(`${column}=`)).toSorted((a, b) => b.length - a.length);
  const [column] = starts;
  if (column !== undefined) return [column, text.slice(column.length + 1)];
  const [only] = sensitive;
  return sensitive.length === 1 && only !== undefined ? [only, text] : parsePair(text);
}

/** What the options say about the settings; what they do not say is left out. */
export function fairnessFrom(options: FairnessOptions): ReportSettingsInput['fairness'] {
  const { sensitive, privileged, fairnessResamples, fairnessSeed, smallGroup } = options;
  return {
    ...(sensitive === undefined ? {} : { sensitive: [...sensitive] }),
    ...(privileged === undefined
      ? {}
      : { privileged: Object.fromEntries(privileged.map((pair) => privilegedPair(pair, sensitive ?? []))) }),
    ...(fairnessResamples === undefined ? {} : { resamples: fairnessResamples }),
    ...(fairnessSeed === undefined ? {} : { seed: fairnessSeed }),
    ...(smallGroup === undefined ? {} : { smallGroup }),
  };
}
