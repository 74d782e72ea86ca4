import type { ReportSettings } from '#shared/domain/settings.ts';
import { listEntry } from './listWords.ts';

export function rankingWords({ ranking }: ReportSettings, { ranking: usual }: ReportSettings): string[] {
  const { group, k, predictionIs, relevantFrom, gain, withoutRelevant } = ranking;
  return [
    ...(group === null ? [] : ['--ranking-group', listEntry(group)]),
    ...(k.join() === usual.k.join() ? [] : ['--k', k.join(',')]),
    ...(predictionIs === usual.predictionIs ? [] : ['--prediction-is', predictionIs]),
    ...(relevantFrom === null ? [] : ['--relevant-from', String(relevantFrom)]),
    ...(gain === usual.gain ? [] : ['--gain', gain]),
    ...(withoutRelevant === usual.withoutRelevant ? [] : ['--without-relevant', withoutRelevant]),
  ];
}
