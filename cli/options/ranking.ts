import { Option, type Command } from 'commander';
import type { RankingSettings } from '#shared/domain/ranking.ts';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { collect, parseNumber } from '../parseList.ts';

export interface RankingOptions {
  readonly rankingGroup?: readonly string[];
  readonly k?: readonly string[];
  readonly predictionIs?: RankingSettings['predictionIs'];
  readonly relevantFrom?: number;
  readonly gain?: RankingSettings['gain'];
  readonly withoutRelevant?: RankingSettings['withoutRelevant'];
}

/** How rankings are measured. */
export function addRankingOptions(command: Command): Command {
  return command
    .option('--ranking-group <name>', 'the user or query of a row; rows that share it are one ranking', collect)
    .option('--k <numbers>', 'how many of the first places count, as 5,10 (usual: 10)', collect)
    .addOption(new Option('--prediction-is <form>', 'what the prediction of a ranking is (usual: score)').choices(['score', 'rank']))
    .option('--relevant-from <number>', 'a target at least this high is relevant; without it any above 0', parseNumber)
    .addOption(new Option('--gain <form>', 'what a target is worth to NDCG (usual: linear)').choices(['linear', 'exponential']))
    .addOption(
      new Option('--without-relevant <way>', 'groups with no relevant item are left out, or count as 0 (usual: left-out)').choices([
        'left-out',
        'zero',
      ]),
    );
}

/** What the options say about the settings; what they do not say is left out. */
export function rankingFrom(options: RankingOptions): ReportSettingsInput['ranking'] {
  const { rankingGroup, k, predictionIs, relevantFrom, gain, withoutRelevant } = options;
  if (rankingGroup !== undefined && rankingGroup.length > 1)
    throw new AppError('E_USAGE', `--ranking-group takes one column, and got ${rankingGroup.join(', ')}.`);
  return {
    ...(rankingGroup === undefined ? {} : { group: rankingGroup[0] }),
    ...(k === undefined ? {} : { k: k.map(parseNumber) }),
    ...(predictionIs === undefined ? {} : { predictionIs }),
    ...(relevantFrom === undefined ? {} : { relevantFrom }),
    ...(gain === undefined ? {} : { gain }),
    ...(withoutRelevant === undefined ? {} : { withoutRelevant }),
  };
}
