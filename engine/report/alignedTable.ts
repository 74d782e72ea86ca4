import { displayWidth, fitted, withoutControls } from './displayWidth.ts';
import type { Paint } from './terminalSection.ts';

export interface AlignedColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
  /** Longer cells are shortened in their middle. */
  readonly most?: number;
}

const gap = '  ';

/** Columns of which the first, and those named in `left`, stand to the left, all others to the right. */
export function columnsFor(
  heads: readonly string[],
  { left = [], most = 60 }: { left?: readonly number[]; most?: number } = {},
): AlignedColumn[] {
  return heads.map((head, i) => ({ head, align: i === 0 || left.includes(i) ? 'left' : 'right', most }));
}

/** Texts under heads, each column as wide as its widest cell. `colour` may paint a cell; it must not change its width. */
export function alignedTable(
  columns: readonly AlignedColumn[],
  rows: readonly (readonly string[])[],
  paint: Paint,
  colour: (text: string, row: number, column: number) => string = (text) => text,
): string[] {
  const cells = rows.map((row) => columns.map(({ most = 60 }, i) => fitted(withoutControls(row[i] ?? ''), most)));
  const widths = columns.map(({ head }, i) => Math.max(displayWidth(head), ...cells.map((row) => displayWidth(row[i] ?? ''))));
  const padded = (text: string, i: number): string => {
    const space = ' '.repeat(Math.max(0, (widths[i] ?? 0) - displayWidth(text)));
    return columns[i]?.align === 'left' ? text + space : space + text;
  };
  const line = (texts: readonly string[]): string => texts.join(gap).trimEnd();
  return [
    paint(line(columns.map(({ head }, i) => padded(head, i))), 'quiet'),
    ...cells.map((row, at) => line(row.map((text, i) => colour(padded(text, i), at, i)))),
  ];
}
