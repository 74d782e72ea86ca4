import { textSparkline } from '#shared/charts/sparkline.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import { importancesOf } from '#shared/text/describeModelDrift.ts';
import { formatAgainstThreshold } from '#shared/text/explainVerdict.ts';
import { formatPValue, formatShare } from '#shared/text/formatNumber.ts';
import { restsOnSize } from '#shared/text/restsOnSize.ts';
import { methodName } from '#shared/text/methodNames.ts';
import { columnVerdict } from '#shared/text/verdict.ts';
import { worstFirst } from '#shared/text/worstFirst.ts';
import { gap, line, type PlainBlock, type PlainColumn, type PlainContext, type PlainSection, type PlainTable } from '../plainSection.ts';

interface DriftColumn extends PlainColumn {
  readonly cell: (column: ColumnReport, about: string) => string;
}

const sparkLength = 10;
const whole = Number.POSITIVE_INFINITY;

function score(column: ColumnReport, about: string): string {
  if (column.status === 'not-tested') return '–';
  if (column.scoreIs === 'pValue') return `${about}p ${formatPValue(column.driftScore)}`;
  return about + formatAgainstThreshold(column.driftScore, column.threshold)[0];
}

function threshold(column: ColumnReport): string {
  return column.status === 'not-tested' ? '–' : formatAgainstThreshold(column.driftScore, column.threshold)[1];
}

function missing({ reference, current }: ColumnReport): string {
  const share = (value: number | null | undefined): string => (value === null || value === undefined ? '–' : formatShare(value));
  return `${share(reference?.missingShare)} → ${share(current?.missingShare)}`;
}

function picture(side: 'reference' | 'current', weight: number): DriftColumn {
  const cell = ({ histogram }: ColumnReport): string => textSparkline(histogram, side, sparkLength);
  return { head: side, align: 'left', weight, most: whole, isPicture: true, cell };
}

const driftColumns: readonly DriftColumn[] = [
  { head: 'verdict', align: 'left', most: whole, cell: (column) => `${columnVerdict(column).icon} ${columnVerdict(column).word}` },
  { head: 'column', align: 'left', givesWay: true, cell: (column) => column.column },
  { head: 'kind', align: 'left', weight: 4, most: whole, cell: (column) => column.kind },
  picture('reference', 1),
  picture('current', 2),
  {
    head: 'method',
    align: 'left',
    weight: 5,
    most: whole,
    cell: (column) => (column.status === 'tested' ? methodName(column.method).short : '–'),
  },
  { head: 'score', align: 'right', weight: 8, most: whole, cell: score },
  { head: 'threshold', align: 'right', weight: 6, most: whole, cell: threshold },
  { head: 'missing', align: 'right', weight: 3, most: whole, cell: missing },
];

function importanceColumn(importances: ReadonlyMap<string, number>): DriftColumn {
  const shown = (importance: number | undefined): string => (importance === undefined ? '–' : formatShare(importance));
  return { head: 'importance', align: 'right', weight: 7, most: whole, cell: ({ column }) => shown(importances.get(column)) };
}

function driftTable({ report, about }: PlainContext): PlainTable {
  const sorted = worstFirst(report.dataDrift.columns);
  const importances = importancesOf(report);
  const columns = importances === null ? driftColumns : [...driftColumns, importanceColumn(importances)];
  return {
    kind: 'table',
    columns,
    rows: sorted.map((row) => columns.map(({ cell }) => cell(row, about))),
    rowsAre: 'columns',
    shade: (row, column) => (column === 0 ? columnVerdict(sorted[row]!).tone : null),
  };
}

const mostSizeLines = 3;

/** Columns that are called drifted for the number of their rows more than for what changed. */
function sizeLines(columns: readonly ColumnReport[]): PlainBlock[] {
  const named = columns.filter(restsOnSize);
  if (named.length === 0) return [];
  const lines = named
    .slice(0, mostSizeLines)
    .map((column) => (column.status === 'tested' ? `${column.column}: ${column.sensitivity?.sentence}` : ''));
  const more = named.length > mostSizeLines ? [`${named.length - mostSizeLines} more drifted columns likewise.`] : [];
  return [gap, ...[...lines, ...more].map((text) => line(text, 'quiet'))];
}

/** Every column with its verdict, worst first. */
export const plainDrift: PlainSection = {
  id: 'data-drift',
  terminal: 'without-title',
  tell: (context) => {
    const { columns } = context.report.dataDrift;
    if (columns.length === 0) return { blocks: [line('The data sets have no columns.')] };
    return { blocks: [driftTable(context), ...sizeLines(worstFirst(columns))] };
  },
};
