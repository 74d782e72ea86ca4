import { z } from 'zod';
import type { PerformanceSection } from '#shared/domain/performance.ts';
import type { Condition } from '#shared/domain/suite.ts';
import { metricName } from '#shared/text/metricNames.ts';
import { classificationMetrics, regressionMetrics } from '../../metrics/metrics.ts';
import { defineDatasetCheck, type DatasetFacts } from '../defineCheck.ts';
import { metricWords, notMeasured, notMuchWorse, whyAbsent } from '../performanceFacts.ts';

const ids = [...regressionMetrics.all, ...classificationMetrics.all].map(({ id }) => id);
/** What Evidently allows: more for shares of rows than for errors. */
const rooms = { regression: 0.1, classification: 0.2 } as const;
const mainMetrics = { regression: 'mae', classification: 'accuracy' } as const;
/** A bias of less than this part of the errors' spread is none. */
const bias = 0.1;

function metricOf({ report, params }: DatasetFacts): string {
  const { metric = 'main' } = params;
  return metric === 'main' ? mainMetrics[report.performance?.task ?? 'regression'] : String(metric);
}

const rowOf = (section: PerformanceSection | null, metric: string) => section?.metrics.find((row) => row.metric === metric) ?? null;

function automatic(reference: number | null, facts: DatasetFacts): Condition | null {
  const section = facts.report.performance;
  if (section === null) return null;
  const metric = metricOf(facts);
  const { better } = metricName(metric);
  if (better === 'nearer-one') return null;
  if (better === 'nearer-zero') {
    const spread = rowOf(section, 'error-standard-deviation')?.current ?? 0;
    return { eq: { value: 0, absolute: bias * spread } };
  }
  if (reference !== null) return notMuchWorse(better, reference, rooms[section.task]);
  const baseline = section.baselines.find((row) => row.metric === metric)?.current ?? null;
  if (baseline === null) return null;
  return better === 'higher' ? { gt: baseline } : { lt: baseline };
}

/** A metric of the model on current, compared with the same on the reference. */
export const metricValue = defineDatasetCheck({
  id: 'metric-value',
  label: 'Metric of the model',
  group: 'performance',
  form: 'number',
  needs: 'performance',
  params: z.strictObject({ metric: z.enum(['main', ...ids]).default('main') }),
  noun: (facts) => `The ${metricWords(metricOf(facts))}`,
  measure: (facts) => {
    const section = facts.report.performance;
    if (section === null) return { value: null, referenceValue: null, reason: 'not-tested', why: notMeasured };
    const metric = metricOf(facts);
    const row = rowOf(section, metric);
    if (row === null) {
      const why = `it is not a metric of ${section.task}, which this model does.`;
      return { value: null, referenceValue: null, reason: 'not-for-this-kind', why };
    }
    const reason = row.reasons['current'] ?? row.reasons['reference'];
    return { value: row.current, referenceValue: row.reference, ...(reason && { reason }), why: whyAbsent(reason) };
  },
  automatic,
  byDefault:
    'not worse than the reference by more than 10 % where numbers are predicted, 20 % where classes are; without a reference, better than the baseline',
});
