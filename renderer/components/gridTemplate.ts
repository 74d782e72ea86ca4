import type { Table } from '@tanstack/react-table';

/** Widths of the visible columns for CSS: what was set in pixels, and the rest for the flexible one. */
export function gridTemplate<T>(table: Table<T>): { columns: string; minWidth: number } {
  const resized = table.getState().columnSizing;
  const visible = table.getVisibleLeafColumns();
  const tracks = visible.map((column) => {
    const fixed = column.columnDef.meta?.flexible !== true || resized[column.id] !== undefined;
    return fixed ? `${column.getSize()}px` : `minmax(${column.getSize()}px, 1fr)`;
  });
  const minWidth = visible.reduce((sum, column) => sum + column.getSize(), 0);
  return { columns: tracks.join(' '), minWidth };
}
