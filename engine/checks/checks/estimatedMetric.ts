import { z } from 'zod';
import type { EstimatedMetric } from '#shared/domain/estimatedPerformance.ts';
import type { Condition } from '#shared/domain/suite.ts';
import { metricName } from '#shared/text/metricNames.ts';
import { estimatedClassMetrics } from '../../estimation/expectedSweep.ts';
import { estimatedErrorMetrics } from '../../estimation/lossSums.ts';
import { defineDatasetCheck, type DatasetFacts } from '../defineCheck.ts';
import { metricWords, notMuchWorse, whyAbsent } from '../performanceFacts.ts';

const mainMetrics = { regression: 'mae', classification: 'accuracy' } as const;
/** Where the reference has no chunks that say what is usual. */
const room = 0.1;

function metricOf({ report, params }: DatasetFacts): string {
  const { metric = 'main' } = params;
  return metric === 'main' ? mainMetrics[report.estimatedPerformance?.task ?? 'classification'] : String(metric);
}

function found(facts: DatasetFacts): EstimatedMetric | null {
  return facts.report.estimatedPerformance?.metrics.find(({ metric }) => metric === metricOf(facts)) ?? null;
}

function automatic(reference: number | null, facts: DatasetFacts): Condition | null {
  const row = found(facts);
  if (row === null) return null;
  const { lowerThreshold, upperThreshold } = row;
  const better = metricName(row.metric).better === 'lower' ? 'lower' : 'higher';
  if (better === 'higher' && lowerThreshold !== null) return { gte: lowerThreshold };
  if (better === 'lower' && upperThreshold !== null) return { lte: upperThreshold };
  return reference === null ? null : notMuchWorse(better, reference, room);
}

/** A metric of the model on current as it is estimated without labels. */
export const estimatedMetric = defineDatasetCheck({
  id: 'estimated-metric',
  label: 'Estimated metric of the model',
  group: 'performance',
  form: 'number',
  needs: 'estimated-performance',
  params: z.strictObject({ metric: z.enum(['main', ...estimatedClassMetrics, ...estimatedErrorMetrics]).default('main') }),
  noun: (facts) => `The estimated ${metricWords(metricOf(facts))}`,
  measure: (facts) => {
    const section = facts.report.estimatedPerformance;
    const row = found(facts);
    if (section === null) {
      const why = 'the performance of the model could not be estimated; the findings of the report say why.';
      return { value: null, referenceValue: null, reason: 'not-tested', why };
    }
    if (row === null) return { value: null, referenceValue: null, reason: 'not-for-this-kind', why: 'it is not estimated for this model.' };
    const { estimated, low, high, realised, reasons } = row.current;
    const reason = reasons['estimated'] ?? row.reference.reasons['realised'];
    const band = low === null || high === null ? [] : [`between ${low.toPrecision(4)} and ${high.toPrecision(4)} but for chance`];
    const labels = realised === null ? [] : [`labels say ${realised.toPrecision(4)}`];
    const detail = [...band, ...labels].join('; ');
    return { value: estimated, referenceValue: row.reference.realised, ...(reason && { reason }), why: whyAbsent(reason), detail };
  },
  automatic,
  byDefault: 'no worse than parts of the reference vary by; without such parts, not worse than the reference by more than 10 %',
});
