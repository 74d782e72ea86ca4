import type { PerformanceBySegment, Segment } from '#shared/domain/performanceBySegment.ts';
import { describeSegmentation, leadingMetrics, segmentNote, segmentText } from '#shared/text/describeSegments.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { metricName } from '#shared/text/metricNames.ts';
import { middleEllipsis } from '#shared/text/middleEllipsis.ts';
import { columnsFor, gap, line, type PlainBlock, type PlainSection } from '../plainSection.ts';

function cells(section: PerformanceBySegment, { label, reference, current }: Segment, about: string): string[] {
  const number = (side: Segment['reference'], metric: string, place: number): string => {
    const { value, interval } = segmentText(side, metric);
    // Intervals of one metric are as much as a line has room for.
    return about + value + (interval === '' || place > 0 ? '' : ` (${interval})`);
  };
  const counts = [reference, current].map((side) => (side === null ? '–' : formatCount(side.rows)));
  const numbers = leadingMetrics(section).flatMap((metric, i) => [number(reference, metric, i), number(current, metric, i)]);
  return [middleEllipsis(label, 28), ...counts, ...numbers];
}

function segmentBlocks(section: PerformanceBySegment, about: string): PlainBlock[] {
  const names = leadingMetrics(section).flatMap((metric) => [`${metricName(metric).short}, reference`, 'current']);
  const table = (column: string, segments: readonly Segment[]): PlainBlock[] => {
    const columns = columnsFor([middleEllipsis(column, 28), 'rows', 'current', ...names]);
    return [gap, { kind: 'table', columns, rows: segments.map((segment) => cells(section, segment, about)), rowsAre: 'segments' }];
  };
  return [
    ...section.columns.map((each) => line(describeSegmentation(section, each))),
    ...(section.columns.length === 0 ? table('', [section.overall]) : []),
    ...section.columns.flatMap(({ column, segments }) => table(column, [section.overall, ...segments])),
  ];
}

/** The performance of the model by segment, a table for each column. */
export const plainPerformanceBySegment: PlainSection = {
  id: 'performance-by-segment',
  tell: ({ report: { performanceBySegment: section }, about }) =>
    section === null ? null : { note: { text: segmentNote(section), shade: 'quiet' }, blocks: segmentBlocks(section, about) },
};
