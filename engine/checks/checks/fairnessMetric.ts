import { z } from 'zod';
import type { Disparity, SensitiveColumn } from '#shared/domain/fairness.ts';
import type { Condition } from '#shared/domain/suite.ts';
import { absenceWords } from '#shared/text/absenceReasons.ts';
import { comparedGroups, fourFifths } from '#shared/text/describeFairness.ts';
import { metricName } from '#shared/text/metricNames.ts';
import { fairnessMetrics } from '../../metrics/fairnessMetrics.ts';
import { defineDatasetCheck, type DatasetFacts } from '../defineCheck.ts';

const ids = fairnessMetrics.all.map(({ id }) => id);
const mostDifference = 0.1;

const metricOf = ({ params }: DatasetFacts): string => String(params['metric'] ?? 'disparate-impact');

interface Found {
  readonly column: SensitiveColumn;
  readonly row: Disparity;
}

/** How far a disparity is from what groups that are predicted alike have. */
function distance(metric: string, value: number): number {
  if (metricName(metric).better === 'nearer-zero') return Math.abs(value);
  return value <= 0 ? Number.POSITIVE_INFINITY : Math.abs(Math.log(value));
}

/** The disparity of the column that was named, or else of the one that fares worst. */
function found(facts: DatasetFacts): Found | null {
  const { params, report } = facts;
  const [named, convention] = [params['column'] ?? '', params['convention'] ?? 'between-groups'];
  const metric = metricOf(facts);
  const { columns: single = [] } = report.fairness ?? {};
  const columns =
    report.fairness === null || named === '' ? single : comparedGroups(report.fairness).filter(({ column }) => column === named);
  const all = columns.flatMap((column) =>
    column.disparities.filter((row) => row.metric === metric && row.convention === convention).map((row) => ({ column, row })),
  );
  const known = all.filter(({ row }) => row.current !== null);
  const worst = known.toSorted((a, b) => distance(metric, b.row.current ?? 0) - distance(metric, a.row.current ?? 0));
  return worst[0] ?? all[0] ?? null;
}

function whyAbsent({ report, params }: DatasetFacts): string {
  if (report.fairness === null) return 'fairness was not measured; name the sensitive columns, the target and the prediction.';
  if (params['convention'] === 'against-privileged') return 'no such sensitive column has a privileged group.';
  return `the sensitive columns of the report are ${comparedGroups(report.fairness)
    .map(({ column }) => column)
    .join(', ')}.`;
}

/** Between groups a disparity has one side only; against a privileged group it has two. */
function automatic(facts: DatasetFacts): Condition {
  const ratio = metricName(metricOf(facts)).better === 'nearer-one';
  if (facts.params['convention'] === 'against-privileged')
    return { between: ratio ? [fourFifths, 1 / fourFifths] : [-mostDifference, mostDifference] };
  return ratio ? { gte: fourFifths } : { lte: mostDifference };
}

/** How far apart the groups of a sensitive column are on current, by one disparity. */
export const fairnessMetric = defineDatasetCheck({
  id: 'fairness-metric',
  label: 'Disparity between groups',
  group: 'fairness',
  form: 'number',
  needs: 'fairness',
  params: z.strictObject({
    metric: z.enum(ids).default('disparate-impact'),
    column: z.string().default('').describe('Empty: the column that fares worst; “a and b”: the groups in which a and b meet.'),
    convention: z.enum(['between-groups', 'against-privileged']).default('between-groups'),
  }),
  noun: (facts) => {
    const column = found(facts)?.column.column ?? String(facts.params['column'] ?? '');
    return `The ${metricName(metricOf(facts)).short.toLowerCase()}${column === '' ? '' : ` by ${column}`}`;
  },
  measure: (facts) => {
    const measured = found(facts);
    if (measured === null) return { value: null, referenceValue: null, reason: 'not-tested', why: whyAbsent(facts) };
    const { current, reference, reasons, intervals } = measured.row;
    const reason = reasons['current'] ?? reasons['reference'];
    const around = intervals.current;
    return {
      value: current,
      referenceValue: reference,
      ...(reason && { reason, why: `${absenceWords[reason]}.` }),
      ...(around !== null && { detail: `95 %: ${around.map((end) => end.toFixed(3)).join(' to ')}` }),
    };
  },
  automatic: (_, facts) => automatic(facts),
  byDefault: 'a difference of at most 0.1, a ratio of at least 0.8; against a privileged group within ± 0.1, or 0.8 to 1.25',
  fixed: true,
});
