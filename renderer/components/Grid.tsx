import {
  flexRender,
  getCoreRowModel,
  getSortedRowModel,
  useReactTable,
  type Cell,
  type ColumnDef,
  type Row,
  type RowData,
  type SortingState,
  type Table,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type CSSProperties } from 'react';
import styles from './Grid.module.css';
import { GridHeader } from './GridHeader.tsx';
import { gridTemplate } from './gridTemplate.ts';
import { useColumnWidths } from './useColumnWidths.ts';

declare module '@tanstack/react-table' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  interface ColumnMeta<TData extends RowData, TValue> {
    /** Numbers stand to the right. */
    readonly align?: 'right' | 'center';
    /** Takes the room that the others leave. */
    readonly flexible?: boolean;
    /** What the header says in a tooltip. */
    readonly explains?: string;
  }
}

export interface GridProps<T> {
  readonly label: string;
  readonly columns: ColumnDef<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  /** Names the table where widths are remembered. */
  readonly widthsKey: string;
  readonly hidden?: Readonly<Record<string, boolean>>;
  readonly sorting?: SortingState;
  readonly onSort?: (sorting: SortingState) => void;
  readonly active?: string | null;
  /** Told of the rows in the order in which they are shown. */
  readonly onOrder?: (rows: readonly T[]) => void;
  readonly onPick?: (row: T) => void;
  /** A right click on a row. */
  readonly onPoint?: (row: T) => void;
  readonly empty: React.ReactNode;
}

const rowHeight = 32;

/** The table's model answers a new order with a new drawing, so no order must be the same at every drawing. */
const unsorted: SortingState = [];

/** A table that stays quick with thousands of rows: sortable, resizable, moved through by keys. */
export function Grid<T>(props: GridProps<T>) {
  const { label, keyOf, active = null, onPick, onOrder } = props;
  const table = useGridTable(props);
  const rows = table.getRowModel().rows;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  });
  const activeIndex = rows.findIndex((row) => keyOf(row.original) === active);
  useEffect(() => {
    if (activeIndex >= 0) virtual.scrollToIndex(activeIndex, { align: 'auto' });
  }, [activeIndex, virtual]);
  useEffect(() => {
    onOrder?.(rows.map((row) => row.original));
  }, [rows, onOrder]);
  const template = gridTemplate(table);
  return (
    <div className={styles.place}>
      <div
        ref={scroller}
        className={styles.scroller}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={table.getVisibleLeafColumns().length}
        aria-activedescendant={activeIndex >= 0 ? `${id}-${activeIndex}` : undefined}
      >
        <div className={styles.sheet} style={{ minWidth: template.minWidth }}>
          <GridHeader table={table} columns={template.columns} />
          <div className={styles.body} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const row = rows[index];
              if (row === undefined) return null;
              const place = { gridTemplateColumns: template.columns, transform: `translateY(${start}px)` };
              return (
                <GridRow
                  key={row.id}
                  id={`${id}-${index}`}
                  row={row}
                  index={index}
                  place={place}
                  selected={index === activeIndex}
                  onPick={onPick}
                  onPoint={props.onPoint}
                />
              );
            })}
          </div>
        </div>
      </div>
      {rows.length === 0 && <div className={styles.empty}>{props.empty}</div>}
    </div>
  );
}

function useGridTable<T>({ columns, rows, keyOf, hidden, sorting, onSort, widthsKey }: GridProps<T>): Table<T> {
  const [columnSizing, setColumnSizing] = useColumnWidths(widthsKey);
  const state = { sorting: sorting ?? unsorted, columnVisibility: hidden ?? {}, columnSizing };
  return useReactTable<T>({
    data: rows as T[],
    columns,
    state,
    getRowId: (row) => keyOf(row),
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    onSortingChange: (change) => onSort?.(typeof change === 'function' ? change(state.sorting) : change),
    onColumnSizingChange: setColumnSizing,
    columnResizeMode: 'onChange',
    enableSorting: onSort !== undefined,
    sortDescFirst: true,
    defaultColumn: { minSize: 48 },
  });
}

interface GridRowProps<T> {
  readonly id: string;
  readonly row: Row<T>;
  readonly index: number;
  readonly place: CSSProperties;
  readonly selected: boolean;
  readonly onPick: ((row: T) => void) | undefined;
  readonly onPoint: ((row: T) => void) | undefined;
}

function GridRow<T>({ id, row, index, place, selected, onPick, onPoint }: GridRowProps<T>) {
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={onPick === undefined ? undefined : selected}
      className={styles.row}
      data-pickable={onPick !== undefined}
      style={place}
      onClick={() => onPick?.(row.original)}
      onContextMenu={() => onPoint?.(row.original)}
    >
      {row.getVisibleCells().map((cell) => (
        <GridCell key={cell.id} cell={cell} />
      ))}
    </div>
  );
}

function GridCell<T>({ cell }: { readonly cell: Cell<T, unknown> }) {
  return (
    <div role="gridcell" className={styles.cell} data-align={cell.column.columnDef.meta?.align}>
      {flexRender(cell.column.columnDef.cell, cell.getContext())}
    </div>
  );
}
