import { columnGap } from './alignedTable.ts';
import { displayWidth, withoutControls } from './displayWidth.ts';
import type { PlainColumn } from './plainSection.ts';

const givenWayAtLeast = 12;
const givenWayAtMost = 40;

/**
 * Chooses the columns of a table that fit a line of `width` cells: the one that gives way is shortened first, then the
 * lightest are left out. Returns their places in `columns`, and how wide the one that gives way may be.
 */
export function fitColumns(
  columns: readonly PlainColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): { readonly kept: readonly number[]; readonly most: number } {
  const cells = columns.map(({ head }, i) =>
    Math.max(displayWidth(head), ...rows.map((row) => displayWidth(withoutControls(row[i] ?? '')))),
  );
  const yields = columns.findIndex(({ givesWay }) => givesWay === true);
  let kept = columns.map((_, i) => i);
  const others = (): number => kept.reduce((sum, i) => sum + (cells[i] ?? 0) + columnGap.length, -columnGap.length) - (cells[yields] ?? 0);
  const weights = (): number[] => kept.flatMap((i) => columns[i]?.weight ?? []);
  while (others() + Math.min(cells[yields] ?? 0, givenWayAtLeast) > width && weights().length > 0) {
    const lightest = Math.min(...weights());
    kept = kept.filter((i) => columns[i]?.weight !== lightest);
  }
  return { kept, most: Math.max(Math.min(width - others(), givenWayAtMost), givenWayAtLeast) };
}
