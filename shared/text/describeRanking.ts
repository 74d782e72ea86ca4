import type { RankingRow, RankingSection } from '../domain/ranking.ts';
import { formatCount, formatNumber, formatShare } from './formatNumber.ts';
import { metricChange, metricName, metricText } from './metricNames.ts';

/** The metric at its k: "NDCG at 10". */
export function rankingMetricName({ metric, k }: Pick<RankingRow, 'metric' | 'k'>): string {
  return metricName(metric).short.replace(/ at k$/, ` at ${formatCount(k)}`);
}

/** What is ordered by what, and how the main metric moved. */
export function describeRanking(section: RankingSection): string {
  const { group, target, prediction, settings } = section;
  const relevant = settings.relevantFrom === null ? 'above 0' : `of at least ${formatNumber(settings.relevantFrom)}`;
  const order = settings.predictionIs === 'score' ? 'from the highest down' : 'from rank 1 on';
  const [first] = section.metrics;
  const moved =
    first === undefined
      ? ''
      : ` ${rankingMetricName(first)}: ${metricText(first, 'reference')} on the reference, ${metricText(first, 'current')} now.`;
  return `${prediction} orders the items of each ${group}, ${order}; an item is relevant with a ${target} ${relevant}.${moved}`;
}

/** How groups and gains enter the numbers. */
export function rankingNote({ settings }: RankingSection): string {
  const groups = settings.withoutRelevant === 'zero' ? 'count as 0' : 'are left out';
  const gain = settings.gain === 'linear' ? 'the target itself' : '2 to the power of the target, less 1';
  return `Means over groups; groups with no relevant item ${groups}. The gain of NDCG is ${gain}. Where scores tie, the mean over all orders is taken.`;
}

/** What the groups of each side are. */
export function rankingGroupsText({ groups }: RankingSection): string {
  const side = (name: 'reference' | 'current'): string => {
    const found = groups[name];
    if (found === null) return `${name}: no such column`;
    if (found.groups === 0) return `${name}: no groups`;
    const share = formatShare(found.withoutRelevant / found.groups);
    const without = found.withoutRelevant === 0 ? '' : `, ${share} with nothing relevant`;
    return `${name}: ${formatCount(found.groups)} groups of ${formatNumber(found.meanItems ?? 0, 3)} items on average${without}`;
  };
  return `${side('reference')}; ${side('current')}`;
}

export interface RankingLine {
  readonly id: string;
  readonly label: string;
  readonly reference: string;
  readonly current: string;
  readonly change: string;
  readonly is: 'better' | 'worse' | 'same' | null;
}

/** The metrics as lines of a table. */
export function rankingLines({ metrics }: RankingSection): RankingLine[] {
  return metrics.map((row) => {
    const change = metricChange(row);
    return {
      id: `${row.metric} ${row.k}`,
      label: rankingMetricName(row),
      reference: metricText(row, 'reference'),
      current: metricText(row, 'current'),
      change: change?.text ?? '–',
      is: change?.is ?? null,
    };
  });
}

/** How far the groups differ: "± 0.31, 14.2 % at 0". */
export function spreadText(section: RankingSection, metric: string, side: 'reference' | 'current'): string {
  const found = section.spreads.find((spread) => spread.metric === metric)?.[side] ?? null;
  const all = found?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
  if (found === null || all === 0) return '–';
  const { standardDeviation, zeros } = found;
  const spread = standardDeviation === null ? '' : `± ${formatNumber(standardDeviation, 2)}, `;
  return `${spread}${formatShare(zeros / all)} at 0`;
}
