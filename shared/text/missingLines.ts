import type { DriftReport } from '../domain/report.ts';
import { formatCount, formatShare } from './formatNumber.ts';

type Missing = DriftReport['missingValues'];
export type MissingColumn = Missing['columns'][number];
type Counts = MissingColumn['reference'];

const kindNames = { null: 'null', nan: 'NaN', infinity: 'infinity', 'empty-string': 'empty text' } as const;

/** How much of one side is missing over all its cells. */
export function missingTotal({ shareOfMissingValues, numberOfMissingValues, numberOfCells }: Missing['reference']): string {
  const share = shareOfMissingValues === null ? 'no cells' : formatShare(shareOfMissingValues);
  return `${share}: ${formatCount(numberOfMissingValues)} of ${formatCount(numberOfCells)} cells`;
}

/** The kinds of value that count as missing. */
export function countedAsMissing({ countedAsMissing: kinds }: Missing): string {
  return kinds.length === 0 ? 'nothing' : kinds.map((kind) => kindNames[kind]).join(', ');
}

/** What is missing in one column of one side, by kind; empty where nothing is. */
export function missingKindsText(column: Counts): string {
  if (column === null) return 'no such column';
  const parts: [number, string][] = [
    [column.nulls, 'null'],
    [column.nan, 'NaN'],
    [column.infinite, 'infinite'],
    [column.emptyStrings, 'empty text'],
  ];
  return parts.flatMap(([count, name]) => (count > 0 ? [`${formatCount(count)} ${name}`] : [])).join(', ');
}

/** The share of one column of one side; a dash where there is none. */
export function missingShareText(column: Counts): string {
  return column?.share == null ? '–' : formatShare(column.share);
}

const hasAny = (column: Counts): boolean =>
  column !== null && column.missing + column.nulls + column.nan + column.infinite + column.emptyStrings > 0;

const largest = ({ reference, current }: MissingColumn): number => Math.max(reference?.share ?? 0, current?.share ?? 0);

/** The columns with a gap on either side, those with most first; columns alike keep the order of the data. */
export function columnsWithGaps({ columns }: Missing): MissingColumn[] {
  return columns.filter(({ reference, current }) => hasAny(reference) || hasAny(current)).sort((a, b) => largest(b) - largest(a));
}

/** How many columns have no gap; empty where every column has one. */
export function columnsWithoutGapsText(without: number): string {
  return without === 0 ? '' : `${formatCount(without)} ${without === 1 ? 'column has' : 'columns have'} no such value on either side.`;
}
