import { Button, TextInput } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { ColumnInfo, DataSource } from '#shared/domain/dataset.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MiddleText } from '../../components/MiddleText.tsx';
import { changeQuery, useRoute } from '../../state/route.ts';
import styles from './Data.module.css';
import { useRows, type Rows } from './useRows.ts';

interface Props {
  readonly source: DataSource;
  readonly columns: readonly ColumnInfo[];
}

/** The rows themselves, as text; only what is in view is read and drawn. */
export function RowsGrid({ source, columns }: Props) {
  const { query } = useRoute();
  const where = query['where'] ?? '';
  const rows = useRows(source, where === '' ? null : where);
  return (
    <>
      <WhereField where={where} count={rows.count} />
      {rows.error !== null && (
        <ErrorNotice error={rows.error} doing="Reading rows" retry={rows.retry}>
          {where !== '' && (
            <Button variant="default" onClick={() => changeQuery({ where: '' })}>
              Show all rows
            </Button>
          )}
        </ErrorNotice>
      )}
      {rows.error === null && <RowsTable rows={rows} columns={columns} />}
    </>
  );
}

function WhereField({ where, count }: { readonly where: string; readonly count: number | null }) {
  const [typed, setTyped] = useState(where);
  useEffect(() => setTyped(where), [where]);
  return (
    <form
      className={styles.tools}
      onSubmit={(event) => {
        event.preventDefault();
        changeQuery({ where: typed.trim() });
      }}
    >
      <TextInput
        className={styles.where}
        aria-label="Only rows where"
        placeholder="Only rows where… (SQL, for example fare_amount > 100)"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        spellCheck={false}
      />
      <Button type="submit" variant="default">
        Show
      </Button>
      <span className={styles.hint}>{count === null ? '' : `${formatCount(count)} rows`}</span>
    </form>
  );
}

const numberColumn = 72;
const cellWidth = 152;

function useGridVirtuals(rows: Rows, columns: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const vertical = useVirtualizer({
    count: rows.count ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => 28,
    overscan: 10,
  });
  const horizontal = useVirtualizer({
    count: columns,
    horizontal: true,
    getScrollElement: () => scroller.current,
    estimateSize: () => cellWidth,
    overscan: 3,
  });
  const items = vertical.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { want } = rows;
  useEffect(() => want(first, last), [want, first, last]);
  return { scroller, vertical, horizontal, items };
}

function RowsTable({ rows, columns }: { readonly rows: Rows; readonly columns: readonly ColumnInfo[] }) {
  const { scroller, vertical, horizontal, items } = useGridVirtuals(rows, columns.length);
  const across = horizontal.getVirtualItems();
  const width = numberColumn + horizontal.getTotalSize();
  const place = (start: number) => ({ left: numberColumn + start, width: cellWidth });
  return (
    <div
      ref={scroller}
      className={styles.rows}
      role="grid"
      tabIndex={0}
      aria-label="Rows"
      aria-rowcount={(rows.count ?? 0) + 1}
      aria-colcount={columns.length + 1}
    >
      <div className={styles.rowsHead} role="row" aria-rowindex={1} style={{ width }}>
        <span role="columnheader" className={styles.rowNumber} style={{ width: numberColumn }} aria-colindex={1}>
          Row
        </span>
        {across.map(({ index, start }) => (
          <span key={index} role="columnheader" aria-colindex={index + 2} className={styles.rowsCell} style={place(start)}>
            <MiddleText text={columns[index]?.column ?? ''} />
          </span>
        ))}
      </div>
      <div role="rowgroup" className={styles.rowsBody} style={{ width, height: vertical.getTotalSize() }}>
        {items.map((item) => {
          const row = rows.rowAt(item.index);
          return (
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              className={styles.rowsRow}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <span role="rowheader" className={styles.rowNumber} style={{ width: numberColumn }} aria-colindex={1}>
                {formatCount(item.index + 1)}
              </span>
              {across.map(({ index, start }) => (
                <span key={index} role="gridcell" aria-colindex={index + 2} className={styles.rowsCell} style={place(start)}>
                  {row !== null && <Value text={row[index] ?? null} />}
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Value({ text }: { readonly text: string | null }) {
  if (text === null) return <span className={styles.null}>null</span>;
  if (text === '') return <span className={styles.null}>empty</span>;
  return <span title={text.length > 20 ? text : undefined}>{text.slice(0, 200)}</span>;
}
