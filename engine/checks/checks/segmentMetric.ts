import { z } from 'zod';
import type { PerformanceBySegment, Segment } from '#shared/domain/performanceBySegment.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { metricName } from '#shared/text/metricNames.ts';
import { classificationMetrics, regressionMetrics } from '../../metrics/metrics.ts';
import { defineDatasetCheck, type DatasetFacts } from '../defineCheck.ts';
import { metricWords, notMuchWorse } from '../performanceFacts.ts';

const ids = [...regressionMetrics.all, ...classificationMetrics.all].map(({ id }) => id);
const mainMetrics = { regression: 'mae', classification: 'accuracy' } as const;
const rooms = { regression: 0.1, classification: 0.2 } as const;

function metricOf({ report, params }: DatasetFacts): string {
  const { metric = 'main' } = params;
  return metric === 'main' ? mainMetrics[report.performanceBySegment?.task ?? 'classification'] : String(metric);
}

interface Worst {
  readonly value: number;
  readonly rows: number;
  readonly where: string;
}

/** The higher the worse. */
function badness(metric: string, value: number): number {
  const { better } = metricName(metric);
  return better === 'higher' ? -value : better === 'lower' ? value : Math.abs(value);
}

function valuesOf(section: PerformanceBySegment, side: 'reference' | 'current', facts: DatasetFacts): Worst[] {
  const metric = metricOf(facts);
  const { by } = facts.params;
  const columns = section.columns.filter(({ column }) => by === undefined || column === by);
  const of = (column: string, segment: Segment): Worst[] => {
    const own = segment[side];
    const value = own?.metrics.find((each) => each.metric === metric)?.value ?? null;
    return own === null || value === null ? [] : [{ value, rows: own.rows, where: `${column} is ${segment.label}` }];
  };
  return columns.flatMap(({ column, segments }) => segments.flatMap((segment) => of(column, segment)));
}

function worst(facts: DatasetFacts, side: 'reference' | 'current'): Worst | null {
  const section = facts.report.performanceBySegment;
  if (section === null) return null;
  const metric = metricOf(facts);
  return valuesOf(section, side, facts).reduce<Worst | null>(
    (found, each) => (found === null || badness(metric, each.value) > badness(metric, found.value) ? each : found),
    null,
  );
}

function whyNot({ report, params }: DatasetFacts): string {
  const section = report.performanceBySegment;
  if (section === null || section.columns.length === 0)
    return 'no column makes segments, or the model could not be measured; the findings of the report say why.';
  const { by } = params;
  if (by !== undefined && !section.columns.some(({ column }) => column === by))
    return `${String(by)} is not one of the columns that make segments.`;
  return 'no segment has enough rows with it.';
}

/** A metric of the model where it is worst, among the segments of the chosen columns. */
export const segmentMetric = defineDatasetCheck({
  id: 'segment-metric',
  label: 'Metric of the worst segment',
  group: 'performance',
  form: 'number',
  needs: 'performance-by-segment',
  params: z.strictObject({ metric: z.enum(['main', ...ids]).default('main'), by: z.string().optional() }),
  noun: (facts) => `The ${metricWords(metricOf(facts))} of the worst segment`,
  measure: (facts) => {
    const [reference, current] = [worst(facts, 'reference'), worst(facts, 'current')];
    const detail = current === null ? '' : `where ${current.where}, ${formatCount(current.rows)} rows`;
    const missing = reference === null || current === null;
    const why = whyNot(facts);
    return {
      value: current?.value ?? null,
      referenceValue: reference?.value ?? null,
      ...(missing && { reason: 'not-tested' }),
      why,
      detail,
    };
  },
  automatic: (reference, facts) => {
    const section = facts.report.performanceBySegment;
    if (section === null || reference === null) return null;
    const { better } = metricName(metricOf(facts));
    const size = rooms[section.task];
    if (better === 'nearer-one') return null;
    if (better !== 'nearer-zero') return notMuchWorse(better, reference, size);
    const limit = Math.abs(reference) * (1 + size);
    return { between: [-limit, limit] };
  },
  byDefault: 'not worse than the worst segment of the reference by more than 10 % where numbers are predicted, 20 % where classes are',
});
