import { displayWidth, fitted, withoutControls } from './displayWidth.ts';
import type { Paint, PlainColumn } from './plainSection.ts';

export const columnGap = '  ';

/** Texts under heads, each column as wide as its widest cell. `colour` may paint a cell; it must not change its width. */
export function alignedTable(
  columns: readonly PlainColumn[],
  rows: readonly (readonly string[])[],
  paint: Paint,
  colour: (text: string, row: number, column: number) => string = (text) => text,
): string[] {
  const heads = columns.map(({ head }) => withoutControls(head));
  const cells = rows.map((row) => columns.map(({ most = 60 }, i) => fitted(withoutControls(row[i] ?? ''), most)));
  const widths = heads.map((head, i) => Math.max(displayWidth(head), ...cells.map((row) => displayWidth(row[i] ?? ''))));
  const padded = (text: string, i: number): string => {
    const space = ' '.repeat(Math.max(0, (widths[i] ?? 0) - displayWidth(text)));
    return columns[i]?.align === 'left' ? text + space : space + text;
  };
  const line = (texts: readonly string[]): string => texts.join(columnGap).trimEnd();
  return [paint(line(heads.map(padded)), 'quiet'), ...cells.map((row, at) => line(row.map((text, i) => colour(padded(text, i), at, i))))];
}
