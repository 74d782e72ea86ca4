import { createColumnHelper, type ColumnDef } from '@tanstack/react-table';
import { useCallback, useMemo } from 'react';
import { shareBar } from '#shared/charts/shareBar.ts';
import type { Side } from '#shared/domain/dataset.ts';
import { formatCount, formatShare, formatShareChange } from '#shared/text/formatNumber.ts';
import { Figure } from '../../components/Figure.tsx';
import { Grid } from '../../components/Grid.tsx';
import { MiddleText } from '../../components/MiddleText.tsx';
import { changeQuery, useRoute } from '../../state/route.ts';
import { bothSides, sideLabels } from '../../state/sides.ts';
import { NoMatch } from './DriftTable.tsx';
import styles from './Report.module.css';
import type { TableProps } from './tableProps.ts';
import { formatSorting, matches, parseSorting, type MissingColumn } from './reportView.ts';

const helper = createColumnHelper<MissingColumn>();

function sideColumns(side: Side): ColumnDef<MissingColumn>[] {
  return [
    helper.accessor((column) => column[side]?.share ?? -1, {
      id: `${side}-share`,
      header: sideLabels[side],
      size: 210,
      cell: ({ row }) => <ShareCell column={row.original} side={side} />,
    }),
    helper.accessor((column) => column[side]?.missing ?? -1, {
      id: `${side}-count`,
      header: 'Rows',
      size: 84,
      meta: { align: 'right', explains: `Missing rows of the ${side} data. Hover a figure for its parts.` },
      cell: ({ row }) => <CountCell column={row.original} side={side} />,
    }),
  ] as ColumnDef<MissingColumn>[];
}

function ShareCell({ column, side }: { readonly column: MissingColumn; readonly side: Side }) {
  const share = column[side]?.share;
  if (share == null) return <span className={styles.quiet}>no such column</span>;
  return (
    <span className={styles.bar}>
      <Figure svg={shareBar(share, side)} side={side} />
      {formatShare(share)}
    </span>
  );
}

function CountCell({ column, side }: { readonly column: MissingColumn; readonly side: Side }) {
  const counts = column[side];
  if (counts === null) return <span className={styles.quiet}>–</span>;
  const { missing, nulls, nan, infinite, emptyStrings } = counts;
  const parts = `null ${formatCount(nulls)}, NaN ${formatCount(nan)}, infinite ${formatCount(infinite)}, empty text ${formatCount(emptyStrings)}`;
  return <span title={parts}>{formatCount(missing)}</span>;
}

const change = ({ reference, current }: MissingColumn): number => (current?.share ?? 0) - (reference?.share ?? 0);

const missingColumns = [
  helper.accessor('column', {
    id: 'column',
    header: 'Column',
    size: 168,
    meta: { flexible: true },
    sortDescFirst: false,
    cell: ({ getValue }) => <MiddleText text={getValue()} />,
  }),
  ...sideColumns('reference'),
  ...sideColumns('current'),
  helper.accessor(change, {
    id: 'change',
    header: 'Change',
    size: 104,
    meta: { align: 'right', explains: 'In percentage points of the rows.' },
    cell: ({ row: { original } }) => formatShareChange(original.reference?.share ?? 0, original.current?.share ?? 0),
  }),
] as ColumnDef<MissingColumn>[];

const nameOf = ({ column }: MissingColumn): string => column;

const kindNames = { null: 'null', nan: 'NaN', infinity: '±infinity', 'empty-string': 'empty text' } as const;

/** Where values are missing, on both sides. */
export function MissingTable({ view, filter, active, order, pick }: TableProps) {
  const { query } = useRoute();
  const { missingValues } = view.report;
  const rows = useMemo(() => view.missing.filter(({ column }) => matches(filter, column)), [view, filter]);
  const sort = query['sort'];
  const sorting = useMemo(() => parseSorting(sort), [sort]);
  const onOrder = useCallback(
    (shown: readonly MissingColumn[]): void => {
      order.current = shown.map(nameOf);
    },
    [order],
  );
  return (
    <>
      <p className={styles.totals}>
        {bothSides.map((side) => (
          <span key={side}>
            {sideLabels[side]}: <strong>{formatShare(missingValues[side].shareOfMissingValues ?? 0)}</strong> of{' '}
            {formatCount(missingValues[side].numberOfCells)} cells
          </span>
        ))}
        <span>Counted as missing: {missingValues.countedAsMissing.map((kind) => kindNames[kind]).join(', ') || 'nothing'}</span>
      </p>
      <Grid
        label="Missing values by column"
        columns={missingColumns}
        rows={rows}
        keyOf={nameOf}
        widthsKey="missing"
        sorting={sorting}
        onSort={(next) => changeQuery({ sort: formatSorting(next) })}
        active={active}
        onOrder={onOrder}
        onPick={({ column }) => pick(column)}
        empty={filter === '' ? 'No value is missing on either side.' : <NoMatch filter={filter} />}
      />
    </>
  );
}
