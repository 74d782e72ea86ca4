import { Tooltip } from '@mantine/core';
import { IconArrowNarrowDown, IconArrowNarrowUp } from '@tabler/icons-react';
import { flexRender, type Header, type Table } from '@tanstack/react-table';
import styles from './Grid.module.css';

interface Props<T> {
  readonly table: Table<T>;
  readonly columns: string;
}

export function GridHeader<T>({ table, columns }: Props<T>) {
  return (
    <div role="rowgroup" className={styles.head}>
      {table.getHeaderGroups().map((group) => (
        <div key={group.id} role="row" aria-rowindex={1} className={styles.headRow} style={{ gridTemplateColumns: columns }}>
          {group.headers.map((header) => (
            <HeaderCell key={header.id} header={header} table={table} />
          ))}
        </div>
      ))}
    </div>
  );
}

const sortNames = { asc: 'ascending', desc: 'descending' } as const;

function HeaderCell<T>({ header, table }: { readonly header: Header<T, unknown>; readonly table: Table<T> }) {
  const { column } = header;
  const sorted = column.getIsSorted();
  const title = flexRender(column.columnDef.header, header.getContext());
  const meta = column.columnDef.meta;
  const resize = (event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 16 : event.key === 'ArrowLeft' ? -16 : 0;
    if (!event.altKey || step === 0) return;
    event.preventDefault();
    table.setColumnSizing((widths) => ({ ...widths, [column.id]: Math.max(48, column.getSize() + step) }));
  };
  return (
    <div
      role="columnheader"
      className={styles.headCell}
      data-align={meta?.align}
      aria-sort={sorted === false ? undefined : sortNames[sorted]}
    >
      <Tooltip label={meta?.explains} disabled={meta?.explains === undefined}>
        {column.getCanSort() ? (
          <button type="button" className={styles.sort} onClick={column.getToggleSortingHandler()} onKeyDown={resize}>
            {title}
            {sorted === 'asc' && <IconArrowNarrowUp size={14} aria-hidden />}
            {sorted === 'desc' && <IconArrowNarrowDown size={14} aria-hidden />}
          </button>
        ) : (
          <span>{title}</span>
        )}
      </Tooltip>
      {column.getCanResize() && (
        <span
          className={styles.resizer}
          data-active={column.getIsResizing()}
          onMouseDown={header.getResizeHandler()}
          onTouchStart={header.getResizeHandler()}
          onDoubleClick={() => column.resetSize()}
          aria-hidden
        />
      )}
    </div>
  );
}
