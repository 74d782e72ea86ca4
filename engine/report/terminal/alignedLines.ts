import { displayWidth } from '../displayWidth.ts';

const gap = '  ';

/** Rows as lines of columns that stand under each other: those named in `left` to the left, all others to the right. */
export function alignedLines(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  left: readonly number[],
): { head: string; rows: string[][] } {
  const widths = head.map((title, i) => Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[i] ?? ''))));
  const pad = (cells: readonly string[]): string[] =>
    cells.map((text, i) => {
      const space = ' '.repeat(Math.max(0, (widths[i] ?? 0) - displayWidth(text)));
      return left.includes(i) ? text + space : space + text;
    });
  return { head: pad(head).join(gap).trimEnd(), rows: rows.map(pad) };
}

/** The cells of one line, as `alignedLines` padded them. */
export function joinCells(cells: readonly string[]): string {
  return cells.join(gap).trimEnd();
}
