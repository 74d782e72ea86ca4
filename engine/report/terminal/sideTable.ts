import { displayWidth, fitted, withoutControls } from '../displayWidth.ts';
import type { Paint } from '../terminalSection.ts';

const gap = '  ';

/** A small table of text; the first column stands left, the others right. A cell that is too long is cut. */
export function sideTable(head: readonly string[], rows: readonly (readonly string[])[], paint: Paint, longest = 44): string[] {
  const clean = rows.map((row) => row.map((cell) => withoutControls(cell)));
  const widths = head.map((title, i) =>
    Math.min(longest, Math.max(displayWidth(title), ...clean.map((row) => displayWidth(row[i] ?? '')))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => {
        const text = fitted(cell, widths[i]!);
        const space = ' '.repeat(Math.max(0, widths[i]! - displayWidth(text)));
        return i === 0 ? text + space : space + text;
      })
      .join(gap)
      .trimEnd();
  return [paint(line(head), 'quiet'), ...clean.map(line)];
}
