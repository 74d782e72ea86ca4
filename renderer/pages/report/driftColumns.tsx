import { createColumnHelper, type ColumnDef } from '@tanstack/react-table';
import { shareBar } from '#shared/charts/shareBar.ts';
import { sparkline } from '#shared/charts/sparkline.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import { matters } from '#shared/text/describeModelDrift.ts';
import { formatPValue, formatScore, formatShare } from '#shared/text/formatNumber.ts';
import { methodName } from '#shared/text/methodNames.ts';
import { columnVerdict } from '#shared/text/verdict.ts';
import { excess } from '#shared/text/worstFirst.ts';
import { Figure } from '../../components/Figure.tsx';
import { KindMark } from '../../components/KindMark.tsx';
import { MiddleText } from '../../components/MiddleText.tsx';
import { ToneMark } from '../../components/ToneMark.tsx';
import styles from './Report.module.css';

const helper = createColumnHelper<ColumnReport>();

/** Which side of the threshold means drift, as a sign before it. */
export const driftSigns = { below: '<', 'at-or-below': '≤', 'at-or-above': '≥', above: '>' } as const;

export function scoreText(column: ColumnReport): string {
  if (column.status === 'not-tested') return '–';
  return column.scoreIs === 'pValue' ? `p ${formatPValue(column.driftScore)}` : formatScore(column.driftScore);
}

export function thresholdText(column: ColumnReport): string {
  return column.status === 'not-tested' ? '–' : `${driftSigns[column.driftedWhen]} ${formatScore(column.threshold)}`;
}

const missingShare = (profile: ColumnReport['reference']): number | null => profile?.missingShare ?? null;

const shareText = (share: number | null): string => (share === null ? '–' : formatShare(share));

function Missing({ column }: { readonly column: ColumnReport }) {
  const [reference, current] = [missingShare(column.reference), missingShare(column.current)];
  const quiet = (reference ?? 0) === 0 && (current ?? 0) === 0;
  return (
    <span className={quiet ? styles.quiet : undefined}>
      {shareText(reference)} → {shareText(current)}
    </span>
  );
}

const verdictOrder = { unknown: 0, good: 1, attention: 2, broken: 3 } as const;

function Spark({ column, side }: { readonly column: ColumnReport; readonly side: 'reference' | 'current' }) {
  return <Figure svg={sparkline(column.histogram, side)} side={side} />;
}

function Verdict({ column }: { readonly column: ColumnReport }) {
  const { tone, word } = columnVerdict(column);
  return <ToneMark tone={tone} word={word} />;
}

/** The columns of the drift table, each able to give the key by which it sorts. */
export const driftColumns = [
  helper.accessor('column', {
    id: 'column',
    header: 'Column',
    size: 160,
    meta: { flexible: true },
    sortDescFirst: false,
    cell: ({ getValue }) => <MiddleText text={getValue()} />,
  }),
  helper.accessor('kind', {
    id: 'kind',
    header: 'Kind',
    size: 112,
    sortDescFirst: false,
    cell: ({ getValue }) => <KindMark kind={getValue()} />,
  }),
  helper.display({ id: 'reference', header: 'Reference', size: 120, cell: ({ row }) => <Spark column={row.original} side="reference" /> }),
  helper.display({ id: 'current', header: 'Current', size: 120, cell: ({ row }) => <Spark column={row.original} side="current" /> }),
  helper.accessor(({ method }) => method ?? '', {
    id: 'method',
    header: 'Method',
    size: 148,
    sortDescFirst: false,
    cell: ({ row }) => (row.original.method === null ? <span className={styles.quiet}>–</span> : methodName(row.original.method).short),
  }),
  helper.accessor((column) => (column.status === 'tested' ? excess(column) : -Infinity), {
    id: 'score',
    header: 'Score',
    size: 88,
    meta: { align: 'right', explains: 'The number compared with the threshold. Sorted by how far beyond its threshold it lies.' },
    cell: ({ row }) => scoreText(row.original),
  }),
  helper.accessor(({ threshold }) => threshold ?? -Infinity, {
    id: 'threshold',
    header: 'Drift when',
    size: 104,
    meta: { align: 'right', explains: 'A column drifts when its score lies on this side of the threshold.' },
    cell: ({ row }) => <span className={styles.quiet}>{thresholdText(row.original)}</span>,
  }),
  helper.accessor((column) => verdictOrder[columnVerdict(column).tone], {
    id: 'verdict',
    header: 'Verdict',
    size: 144,
    cell: ({ row }) => <Verdict column={row.original} />,
  }),
  helper.accessor((column) => (missingShare(column.current) ?? 0) - (missingShare(column.reference) ?? 0), {
    id: 'missing',
    header: 'Missing',
    size: 156,
    meta: { align: 'right', explains: 'Share of rows that are missing: reference → current. Sorted by the rise.' },
    cell: ({ row }) => <Missing column={row.original} />,
  }),
] as ColumnDef<ColumnReport>[];

function Importance({ own, largest }: { readonly own: number | undefined; readonly largest: number }) {
  if (own === undefined) return <span className={styles.quiet}>–</span>;
  return (
    <span title={formatShare(own)} aria-label={formatShare(own)} role="img">
      <Figure svg={shareBar(own / largest, 'current', 80)} side="current" />
    </span>
  );
}

/** The columns of the table, with importance where the report knows it; that one sorts what matters first. */
export function driftColumnsFor(importances: ReadonlyMap<string, number> | null): ColumnDef<ColumnReport>[] {
  if (importances === null) return driftColumns;
  const largest = Math.max(...importances.values(), Number.MIN_VALUE);
  const importance = helper.accessor((column) => matters(column, importances), {
    id: 'importance',
    header: 'Importance',
    size: importanceWidth,
    meta: { explains: 'Share of the importance to the model. Sorted so that drifted columns that matter come first.' },
    cell: ({ row }) => <Importance own={importances.get(row.original.column)} largest={largest} />,
  });
  return [...driftColumns, importance as ColumnDef<ColumnReport>];
}

/** Names of the columns that may be hidden, in the order in which they give way when there is little room. */
export const givingWay: readonly (readonly [id: string, label: string])[] = [
  ['threshold', 'Drift when'],
  ['kind', 'Kind'],
  ['missing', 'Missing'],
  ['method', 'Method'],
  ['reference', 'Reference'],
  ['current', 'Current'],
  ['importance', 'Importance'],
];

const widths = new Map(driftColumns.map((column) => [column.id ?? '', column.size ?? 0]));

const importanceWidth = 112;

/** Hides what a person hid, then what does not fit, so that the table never scrolls sideways by itself. */
export function hiddenAt(width: number, chosen: Readonly<Record<string, boolean>>, withImportance = false): Record<string, boolean> {
  const visibility: Record<string, boolean> = { ...chosen };
  const all = withImportance ? new Map([...widths, ['importance', importanceWidth]]) : widths;
  const shown = [...all].filter(([id]) => visibility[id] !== false);
  let needed = shown.reduce((sum, [, size]) => sum + size, 0);
  for (const [id] of givingWay) {
    if (width === 0 || needed <= width) break;
    if (visibility[id] === false || !all.has(id)) continue;
    visibility[id] = false;
    needed -= all.get(id) ?? 0;
  }
  return visibility;
}
