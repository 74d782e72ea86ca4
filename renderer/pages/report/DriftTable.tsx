import { Button } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import type { ColumnReport } from '#shared/domain/report.ts';
import { Grid } from '../../components/Grid.tsx';
import { changeQuery, useRoute } from '../../state/route.ts';
import { driftColumnsFor, hiddenAt } from './driftColumns.tsx';
import { RowMenu } from './RowMenu.tsx';
import type { TableProps } from './tableProps.ts';
import { columnsOn, formatSorting, parseSorting, type ReportTab } from './reportView.ts';
import { useVisibleColumns } from './VisibleColumns.tsx';

interface Props extends TableProps {
  readonly tab: ReportTab;
  readonly width: number;
}

const nothing: Readonly<Record<ReportTab, string>> = {
  all: 'The two data sets share no column.',
  drifted: 'No column drifted.',
  attention: 'No column needs attention.',
  missing: '',
};

const nameOf = (column: ColumnReport): string => column.column;

/** The columns, the worst first, each with both distributions and its verdict. */
export function DriftTable({ view, tab, filter, active, order, pick, point, width }: Props) {
  const { query } = useRoute();
  const [visible] = useVisibleColumns();
  const rows = useMemo(() => columnsOn(view, tab, filter), [view, tab, filter]);
  const sort = query['sort'];
  const sorting = useMemo(() => parseSorting(sort), [sort]);
  const hidden = useMemo(() => hiddenAt(width, visible, view.importances !== null), [width, visible, view]);
  const columns = useMemo(() => driftColumnsFor(view.importances), [view]);
  const onOrder = useCallback(
    (shown: readonly ColumnReport[]): void => {
      order.current = shown.map(nameOf);
    },
    [order],
  );
  return (
    <RowMenu view={view} active={active}>
      <Grid
        label="Drift by column"
        columns={columns}
        rows={rows}
        keyOf={nameOf}
        widthsKey="drift"
        hidden={hidden}
        sorting={sorting}
        onSort={(next) => changeQuery({ sort: formatSorting(next) })}
        active={active}
        onOrder={onOrder}
        onPick={({ column }) => pick(column)}
        onPoint={({ column }) => point(column)}
        empty={filter === '' ? nothing[tab] : <NoMatch filter={filter} />}
      />
    </RowMenu>
  );
}

export function NoMatch({ filter }: { readonly filter: string }) {
  return (
    <>
      Nothing here fits “{filter}”.{' '}
      <Button size="compact-xs" variant="subtle" onClick={() => changeQuery({ filter: '' })}>
        Clear the filter
      </Button>
    </>
  );
}
