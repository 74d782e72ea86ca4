import type { Side } from '#shared/domain/dataset.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import type { SharedColumn } from '../relations/relationWork.ts';
import { segmentBoundaries, type Boundary } from './segmentBoundaries.ts';
import { absentCondition, categoryCondition, rangeCondition } from './segmentConditions.ts';

/** Neighbouring bins of a column, or one category, that make a segment. */
export interface SegmentPart {
  readonly from: number;
  readonly to: number;
  /** The rows of current, as SQL. */
  readonly where: string;
  /** Rows without a value. */
  readonly absent: boolean;
}

/** A column cut into bins: what segments are made of. */
export interface SegmentColumn {
  readonly name: string;
  /** Bins, the last two of them for rows without a value and for all others. */
  readonly bins: number;
  readonly parts: readonly SegmentPart[];
  /** SQL that gives the bin of a row as a double. */
  readonly bin: Readonly<Record<Side, string>>;
}

function caseOf(conditions: readonly string[], absent: string): string {
  const whens = [...conditions, absent].map((condition, bin) => `when ${condition} then ${bin}`);
  return `(case ${whens.join(' ')} else ${conditions.length + 1} end)::double`;
}

const others = ({ nan = 0, positiveInfinity = 0, negativeInfinity = 0 }: Partial<NonNullable<ColumnReport['current']>>): number =>
  nan + positiveInfinity + negativeInfinity;

function numericColumn({ report, reference, current }: SharedColumn): SegmentColumn | null {
  const boundaries: (Boundary | null)[] = report.current === null ? [] : [null, ...segmentBoundaries(report.current), null];
  const ranges = boundaries.length - 1;
  if (ranges < 2) return null;
  const hasOthers = others(report.reference ?? {}) + others(report.current ?? {}) > 0;
  const conditionOf = (column: DatasetColumn, from: number, to: number): string =>
    rangeCondition(column, boundaries[from]!, boundaries[to + 1]!, hasOthers);
  const single = (column: DatasetColumn): string[] => Array.from({ length: ranges }, (_, i) => conditionOf(column, i, i));
  const parts: SegmentPart[] = [];
  for (let from = 0; from < ranges; from++) {
    for (let to = from; to < ranges; to++) {
      if (to - from + 1 < ranges) parts.push({ from, to, where: conditionOf(current, from, to), absent: false });
    }
  }
  parts.push({ from: ranges, to: ranges, where: absentCondition(current, true, hasOthers), absent: true });
  const bin = (column: DatasetColumn): string => caseOf(single(column), absentCondition(column, true, hasOthers));
  return { name: report.column, bins: ranges + 2, parts, bin: { reference: bin(reference), current: bin(current) } };
}

function categoricalColumn({ report, reference, current }: SharedColumn): SegmentColumn | null {
  const values = report.current?.mostCommon.map(({ value }) => value) ?? [];
  if (values.length < 2) return null;
  const conditions = (column: DatasetColumn): string[] => values.map((value) => categoryCondition(column, value));
  const parts = conditions(current).map((where, at): SegmentPart => ({ from: at, to: at, where, absent: false }));
  const absent = { from: values.length, to: values.length, where: absentCondition(current, false, false), absent: true };
  const bin = (column: DatasetColumn): string => caseOf(conditions(column), absentCondition(column, false, false));
  return {
    name: report.column,
    bins: values.length + 2,
    parts: [...parts, absent],
    bin: { reference: bin(reference), current: bin(current) },
  };
}

/** A column as segments need it; null where it has nothing to tell rows apart by. */
export function segmentColumn(shared: SharedColumn): SegmentColumn | null {
  return shared.report.kind === 'numeric' ? numericColumn(shared) : categoricalColumn(shared);
}
