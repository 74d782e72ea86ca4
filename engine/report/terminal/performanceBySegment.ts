import type { PerformanceBySegment, Segment } from '#shared/domain/performanceBySegment.ts';
import { describeSegmentation, leadingMetrics, segmentNote, segmentText } from '#shared/text/describeSegments.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { metricName } from '#shared/text/metricNames.ts';
import { middleEllipsis } from '#shared/text/middleEllipsis.ts';
import { alignedTable, columnsFor } from '../alignedTable.ts';
import { withoutControls } from '../displayWidth.ts';
import type { Paint, TerminalSection } from '../terminalSection.ts';

function cells(section: PerformanceBySegment, { label, reference, current }: Segment, about: string): string[] {
  const number = (side: Segment['reference'], metric: string, place: number): string => {
    const { value, interval } = segmentText(side, metric);
    // Intervals of one metric are as much as a line has room for.
    return about + value + (interval === '' || place > 0 ? '' : ` (${interval})`);
  };
  const counts = [reference, current].map((side) => (side === null ? '–' : formatCount(side.rows)));
  const numbers = leadingMetrics(section).flatMap((metric, i) => [number(reference, metric, i), number(current, metric, i)]);
  return [withoutControls(middleEllipsis(label, 28)), ...counts, ...numbers];
}

function segmentLines(section: PerformanceBySegment, about: string, paint: Paint): string[] {
  const names = leadingMetrics(section).flatMap((metric) => [`${metricName(metric).short}, reference`, 'current']);
  const head = (column: string): string[] => [withoutControls(middleEllipsis(column, 28)), 'rows', 'current', ...names];
  const table = (column: string, segments: readonly Segment[]): string[] => {
    const rows = segments.map((segment) => cells(section, segment, about));
    return ['', ...alignedTable(columnsFor(head(column)), rows, paint)];
  };
  return [
    `${paint('Performance by segment', 'strong')}  ${paint(segmentNote(section), 'quiet')}`,
    ...section.columns.map((each) => withoutControls(describeSegmentation(section, each))),
    ...(section.columns.length === 0 ? table('', [section.overall]) : []),
    ...section.columns.flatMap(({ column, segments }) => table(column, [section.overall, ...segments])),
  ];
}

/** The performance of the model by segment, a table for each column. */
export const terminalPerformanceBySegment: TerminalSection = {
  id: 'performance-by-segment',
  lines: ({ report: { performanceBySegment }, about, paint }) =>
    performanceBySegment === null ? [] : segmentLines(performanceBySegment, about, paint),
};
