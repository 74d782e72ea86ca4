import { z } from 'zod';
import type { ProbabilitySide, TopRow } from '#shared/domain/performance.ts';
import type { Side } from '#shared/domain/dataset.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { defineDatasetCheck, type DatasetFacts } from '../defineCheck.ts';
import { notMeasured, notMuchWorse, whyAbsent } from '../performanceFacts.ts';

const metrics = ['precision', 'recall', 'f1', 'accuracy', 'lift'] as const;
type MetricId = (typeof metrics)[number];
const names: Readonly<Record<MetricId, string>> = {
  precision: 'precision',
  recall: 'recall',
  f1: 'F1',
  accuracy: 'accuracy',
  lift: 'lift',
};
const room = 0.2;

const metricOf = ({ params }: DatasetFacts): MetricId => metrics.find((id) => id === params['metric']) ?? 'precision';

function topOf({ report }: DatasetFacts, side: Side): TopRow | null {
  const sides = report.performance?.task === 'classification' ? report.performance.probabilities : null;
  const found: ProbabilitySide | null = sides?.[side] ?? null;
  return found?.chosenTop ?? null;
}

/** A metric of the rows with the highest probabilities, called positive while all others are called negative. */
export const topMetric = defineDatasetCheck({
  id: 'top-metric',
  label: 'Metric of the top',
  group: 'performance',
  form: 'number',
  needs: 'performance',
  params: z.strictObject({ metric: z.enum(metrics).default('precision') }),
  noun: (facts) => {
    const rows = topOf(facts, 'current')?.rows;
    return `The ${names[metricOf(facts)]} of the ${rows === undefined ? '' : `${formatCount(rows)} `}most probable rows`;
  },
  measure: (facts) => {
    const [current, reference] = [topOf(facts, 'current'), topOf(facts, 'reference')];
    const metric = metricOf(facts);
    if (current === null) {
      const why = facts.report.performance === null ? notMeasured : 'there is no probability of a positive class.';
      return { value: null, referenceValue: reference?.[metric] ?? null, reason: 'needs-probabilities', why };
    }
    const reason = current.reasons[metric] ?? reference?.reasons[metric];
    return { value: current[metric], referenceValue: reference?.[metric] ?? null, ...(reason && { reason }), why: whyAbsent(reason) };
  },
  automatic: (reference) => (reference === null ? null : notMuchWorse('higher', reference, room)),
  byDefault: 'at least the reference’s, − 20 %',
});
