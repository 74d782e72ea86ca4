import type { PerformanceBySegment, Segment, SegmentSide } from '../domain/performanceBySegment.ts';
import { metricName } from '../text/metricNames.ts';
import type { ChartTheme } from './chartTheme.ts';
import { intervalPlot, type IntervalDot } from './intervalPlot.ts';

function dotOf(side: SegmentSide | null, metric: string): IntervalDot {
  const found = side?.metrics.find((each) => each.metric === metric);
  return { value: found?.value ?? null, interval: found?.interval ?? null };
}

/** One metric over the segments of a column, all rows first, as SVG; empty where no segment has it. */
export function segmentPlot(
  section: PerformanceBySegment,
  { segments, metric }: { readonly segments: readonly Segment[]; readonly metric: string },
  theme: ChartTheme,
): string {
  const rows = [section.overall, ...segments].map(({ label, reference, current }) => ({
    label,
    reference: dotOf(reference, metric),
    current: dotOf(current, metric),
  }));
  const { short } = metricName(metric);
  const alternative = `${short} by segment, ring for the reference and dot for current${section.confidence === null ? '' : ', with intervals'}. The table has the numbers.`;
  return intervalPlot({ rows, label: short, alternative }, theme);
}
