import { textSparkline } from '#shared/charts/sparkline.ts';
import type { ColumnReport, DriftReport } from '#shared/domain/report.ts';
import { importancesOf } from '#shared/text/describeModelDrift.ts';
import { formatAgainstThreshold } from '#shared/text/explainVerdict.ts';
import { formatPValue, formatShare } from '#shared/text/formatNumber.ts';
import { restsOnSize } from '#shared/text/restsOnSize.ts';
import { methodName } from '#shared/text/methodNames.ts';
import { columnVerdict } from '#shared/text/verdict.ts';
import { worstFirst } from '#shared/text/worstFirst.ts';
import { displayWidth, fitted, withoutControls } from '../displayWidth.ts';
import type { Paint, TerminalContext, TerminalSection } from '../terminalSection.ts';

interface TableColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
  /** Smaller ones are left out first where the terminal is narrow; the name and the verdict never are. */
  readonly weight: number;
  readonly cell: (column: ColumnReport, about: string) => string;
}

const nameAtLeast = 12;
const nameAtMost = 40;
const sparkLength = 10;

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

const tableColumns: readonly TableColumn[] = [
  { head: 'verdict', align: 'left', weight: 9, cell: (column) => `${columnVerdict(column).icon} ${columnVerdict(column).word}` },
  { head: 'column', align: 'left', weight: 9, cell: (column) => withoutControls(column.column) },
  { head: 'kind', align: 'left', weight: 4, cell: (column) => column.kind },
  { head: 'reference', align: 'left', weight: 1, cell: (column) => textSparkline(column.histogram, 'reference', sparkLength) },
  { head: 'current', align: 'left', weight: 2, cell: (column) => textSparkline(column.histogram, 'current', sparkLength) },
  { head: 'method', align: 'left', weight: 5, cell: (column) => (column.status === 'tested' ? methodName(column.method).short : '–') },
  { head: 'score', align: 'right', weight: 8, cell: score },
  { head: 'threshold', align: 'right', weight: 6, cell: threshold },
  { head: 'missing', align: 'right', weight: 3, cell: missing },
];

function importanceColumn(importances: ReadonlyMap<string, number>): TableColumn {
  const shown = (importance: number | undefined): string => (importance === undefined ? '–' : formatShare(importance));
  return { head: 'importance', align: 'right', weight: 7, cell: ({ column }) => shown(importances.get(column)) };
}

const gap = '  ';

function padded(text: string, cells: number, align: TableColumn['align']): string {
  const space = ' '.repeat(Math.max(cells - displayWidth(text), 0));
  return align === 'left' ? text + space : space + text;
}

interface LaidOut {
  readonly column: TableColumn;
  readonly cells: number;
}

/** Chooses the columns that fit and their widths; the name gives way first, then the lightest columns go. */
function layOut(rows: readonly ColumnReport[], about: string, width: number, columns: readonly TableColumn[]): LaidOut[] {
  const widest = columns.map((column) => ({
    column,
    cells: Math.max(column.head.length, ...rows.map((row) => displayWidth(column.cell(row, about)))),
  }));
  const name = widest[1];
  let kept = widest;
  const others = (): number => kept.reduce((sum, each) => sum + each.cells + gap.length, -gap.length) - (name?.cells ?? 0);
  while (others() + Math.min(name?.cells ?? 0, nameAtLeast) > width && kept.some(({ column }) => column.weight < 9)) {
    const lightest = Math.min(...kept.map(({ column }) => column.weight));
    kept = kept.filter(({ column }) => column.weight !== lightest);
  }
  const room = Math.max(Math.min(width - others(), nameAtMost), nameAtLeast);
  return kept.map((each) => (each === name ? { ...each, cells: Math.min(each.cells, room) } : each));
}

function tableLines(report: DriftReport, { about, width, paint }: TerminalContext): string[] {
  const rows = worstFirst(report.dataDrift.columns);
  const importances = importancesOf(report);
  const laid = layOut(rows, about, width, importances === null ? tableColumns : [...tableColumns, importanceColumn(importances)]);
  const line = (text: (each: LaidOut) => string): string => laid.map(text).join(gap).trimEnd();
  const head = line(({ column, cells }) => padded(column.head, cells, column.align));
  const body = rows.map((row) =>
    line(({ column, cells }) => {
      const text = padded(fitted(column.cell(row, about), cells), cells, column.align);
      return column.head === 'verdict' ? paint(text, columnVerdict(row).tone) : text;
    }),
  );
  return [paint(head, 'quiet'), ...body];
}

const mostSizeLines = 3;

/** Columns that are called drifted for the number of their rows more than for what changed. */
function sizeLines(rows: readonly ColumnReport[], paint: Paint): string[] {
  const named = rows.filter(restsOnSize);
  if (named.length === 0) return [];
  const lines = named
    .slice(0, mostSizeLines)
    .map((column) => (column.status === 'tested' ? `${withoutControls(column.column)}: ${column.sensitivity?.sentence}` : ''));
  const more = named.length > mostSizeLines ? [`${named.length - mostSizeLines} more drifted columns likewise.`] : [];
  return ['', ...[...lines, ...more].map((line) => paint(line, 'quiet'))];
}

/** Every column with its verdict, worst first. */
export const terminalDrift: TerminalSection = {
  id: 'data-drift',
  lines: (context) => {
    const { columns } = context.report.dataDrift;
    if (columns.length === 0) return ['The data sets have no columns.'];
    return [...tableLines(context.report, context), ...sizeLines(worstFirst(columns), context.paint)];
  },
};
