import { z } from 'zod';
import type { RankingSection } from '#shared/domain/ranking.ts';
import type { AbsenceReason } from '#shared/domain/profile.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { rankingMetricName } from '#shared/text/describeRanking.ts';
import { rankingMetrics } from '../../metrics/rankingMetrics.ts';
import { defineDatasetCheck, type DatasetFacts } from '../defineCheck.ts';

const ids = rankingMetrics.all.map(({ id }) => id);
const room = 0.1;

interface Found {
  readonly reference: number | null;
  readonly current: number | null;
  readonly reason?: AbsenceReason;
}

/** 0 stands for the first k of the report. */
function placeOf({ report, params }: DatasetFacts): number {
  const { k = 0 } = params;
  return k === 0 ? (report.ranking?.metrics[0]?.k ?? 10) : Number(k);
}

const metricOf = ({ params }: DatasetFacts): string => String(params['metric'] ?? 'ndcg-at-k');

/** From the table, or from the curve where that was not thinned. */
function found({ metrics, curves }: RankingSection, metric: string, k: number): Found | null {
  const row = metrics.find((each) => each.metric === metric && each.k === k);
  if (row !== undefined) {
    const reason = row.reasons['current'] ?? row.reasons['reference'];
    return { reference: row.reference, current: row.current, ...(reason && { reason }) };
  }
  const curve = curves.find((each) => each.metric === metric);
  const at = (side: 'reference' | 'current'): number | null => curve?.[side].find(([place]) => place === k)?.[1] ?? null;
  return at('current') === null ? null : { reference: at('reference'), current: at('current') };
}

/** A metric of rankings on current, compared with the same on the reference. */
export const rankingMetric = defineDatasetCheck({
  id: 'ranking-metric',
  label: 'Metric of rankings',
  group: 'ranking',
  form: 'number',
  needs: 'ranking',
  params: z.strictObject({ metric: z.enum(ids).default('ndcg-at-k'), k: z.int().min(0).max(1000).default(0) }),
  noun: (facts) =>
    `The ${rankingMetricName({ metric: metricOf(facts), k: placeOf(facts) }).replace(/^(?=[A-Z][a-z])./, (first) => first.toLowerCase())}`,
  measure: (facts) => {
    const section = facts.report.ranking;
    const nothing = { value: null, referenceValue: null, reason: 'not-tested' } as const;
    if (section === null)
      return { ...nothing, why: 'rankings were not measured; name the column of the groups, the target and the prediction.' };
    const measured = found(section, metricOf(facts), placeOf(facts));
    if (measured === null) {
      const measuredAt = [...new Set(section.metrics.map(({ k }) => formatCount(k)))].join(', ');
      return { ...nothing, why: `the report measured it at ${measuredAt}.` };
    }
    const { reference, current, reason } = measured;
    return { value: current, referenceValue: reference, ...(reason && { reason }), why: 'no group has a relevant item.' };
  },
  automatic: (reference) => (reference === null ? null : { gte: { value: reference, relative: room } }),
  byDefault: 'at least the reference’s, − 10 %',
});
