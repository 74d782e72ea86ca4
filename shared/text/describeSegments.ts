import type { PerformanceBySegment, Segment, SegmentMetric, SegmentSide, Segmentation } from '../domain/performanceBySegment.ts';
import { absenceWords } from './absenceReasons.ts';
import { formatCount, formatNumber, formatShare } from './formatNumber.ts';
import { metricName } from './metricNames.ts';

const first: Readonly<Record<PerformanceBySegment['task'], readonly string[]>> = {
  regression: ['mae', 'mean-error', 'rmse'],
  classification: ['accuracy', 'f1', 'roc-auc'],
};

function metricsWithValues({ overall }: PerformanceBySegment): string[] {
  const sides = [overall.reference, overall.current].filter((side) => side !== null);
  const ids = sides[0]?.metrics.map(({ metric }) => metric) ?? [];
  return ids.filter((id) =>
    sides.some(({ metrics }) => metrics.some(({ metric, reasons }) => metric === id && reasons['value'] !== 'needs-probabilities')),
  );
}

/** Metrics that can be shown, those of most interest first. */
export function segmentMetrics(section: PerformanceBySegment): string[] {
  const all = metricsWithValues(section);
  const leading = first[section.task].filter((id) => all.includes(id));
  return [...leading, ...all.filter((id) => !leading.includes(id))];
}

/** The two or three that fit into a table. */
export function leadingMetrics(section: PerformanceBySegment): string[] {
  const all = segmentMetrics(section);
  return all.slice(0, first[section.task].filter((id) => all.includes(id)).length);
}

function written(metric: string, value: number): string {
  return metricName(metric).asShare ? formatShare(value) : formatNumber(value);
}

/** A number of one side of a segment, with its interval where there is one. */
export function segmentText(side: SegmentSide | null, metric: string): { value: string; interval: string } {
  const found = side?.metrics.find((each) => each.metric === metric);
  if (found === undefined) return { value: absenceWords['no-such-column'], interval: '' };
  if (found.value === null) return { value: absenceWords[found.reasons['value'] ?? 'not-for-this-kind'], interval: '' };
  return { value: written(metric, found.value), interval: intervalText(found) };
}

function intervalText({ metric, interval, reasons }: SegmentMetric): string {
  if (interval === undefined) return '';
  if (interval === null) return `no interval: ${absenceWords[reasons['interval'] ?? 'not-for-this-kind']}`;
  return `${written(metric, interval[0])} to ${written(metric, interval[1])}`;
}

const valueOf = (side: SegmentSide | null, id: string): number | null => side?.metrics.find(({ metric }) => metric === id)?.value ?? null;

/** How bad a value is: the higher the worse. */
function badness(metric: string, value: number): number {
  const { better } = metricName(metric);
  return better === 'higher' ? -value : better === 'lower' ? value : Math.abs(value);
}

function worstOf(segments: readonly Segment[], metric: string): { label: string; value: number; rows: number } | null {
  const known = segments.flatMap(({ label, current }) => {
    const value = valueOf(current, metric);
    return value === null || current === null ? [] : [{ label, value, rows: current.rows }];
  });
  return known.reduce<(typeof known)[number] | null>(
    (worst, each) => (worst === null || badness(metric, each.value) > badness(metric, worst.value) ? each : worst),
    null,
  );
}

/** Where in a column the model does worst on current. */
export function describeSegmentation(section: PerformanceBySegment, { column, segments }: Segmentation): string {
  const [metric] = leadingMetrics(section);
  if (metric === undefined) return '';
  const worst = worstOf(segments, metric);
  if (worst === null) return `No segment of ${column} has enough rows.`;
  const overall = valueOf(section.overall.current, metric);
  const beside = overall === null ? '' : `, against ${written(metric, overall)} over all rows`;
  return `${metricName(metric).short} is worst where ${column} is ${worst.label}: ${written(metric, worst.value)} on ${formatCount(worst.rows)} current rows${beside}.`;
}

/** What the intervals are, in one sentence. */
export function segmentNote({ confidence, replicates, minimumRows, task }: PerformanceBySegment): string {
  const small = `Segments with fewer than ${formatCount(minimumRows)} rows have no numbers.`;
  if (confidence === null) return small;
  const extreme =
    task === 'regression' ? ' The largest error has none: rows drawn anew are never further off than those that were seen.' : '';
  return `${small} Intervals hold ${formatShare(confidence)} of the values that ${formatCount(replicates)} seeded drawings of as many rows with putting back gave (percentile bootstrap).${extreme}`;
}
