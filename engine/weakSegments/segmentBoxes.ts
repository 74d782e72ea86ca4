import type { Cut } from './cutTables.ts';
import type { SegmentColumn, SegmentPart } from './segmentColumns.ts';

/** A segment that is looked at: a part of each column of its cut. */
export interface SegmentBox {
  readonly cut: number;
  readonly columns: Cut;
  readonly parts: readonly SegmentPart[];
  /** Its cells in the table of the cut. */
  readonly cells: readonly number[];
}

/** The rows of the segment as SQL: conditions of the parts hold no bare "or". */
export function whereOf({ parts }: SegmentBox): string {
  return parts.map(({ where }) => where).join(' and ');
}

const bins = ({ from, to }: SegmentPart): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Every segment of a cut: each part of its column, or each part of the one with each of the other. */
export function boxesOf(cut: number, columns: Cut, all: readonly SegmentColumn[]): SegmentBox[] {
  const [a, b] = columns;
  const first = all[a]!.parts;
  if (b === undefined) return first.map((part) => ({ cut, columns, parts: [part], cells: bins(part) }));
  const width = all[b]!.bins;
  return first.flatMap((one) =>
    all[b]!.parts.map((other) => ({
      cut,
      columns,
      parts: [one, other],
      cells: bins(one).flatMap((i) => bins(other).map((j) => i * width + j)),
    })),
  );
}

/** Whether two segments of one cut have cells in common. */
export function overlap(a: SegmentBox, b: SegmentBox): boolean {
  return a.cut === b.cut && a.parts.every((part, i) => part.from <= b.parts[i]!.to && b.parts[i]!.from <= part.to);
}
