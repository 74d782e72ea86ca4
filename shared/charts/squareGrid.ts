import { middleEllipsis } from '../text/middleEllipsis.ts';
import type { ChartTheme } from './chartTheme.ts';
import { escapeText } from './escapeText.ts';
import { roundPlace } from './plotFrame.ts';

export interface SquareGrid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Whether the cells to the right of the diagonal are left out. */
  readonly triangle: boolean;
  /** The value of a pair in [−1, 1], or more for a change; null where there is none. */
  readonly valueOf: (row: string, column: string) => number | null;
  readonly colour: string;
  /** Value that fills a cell. */
  readonly full: number;
  readonly alternative: string;
}

const size = 360;
const nameLength = 14;
const nameWidth = 104;

/**
 * Values of pairs as squares, the larger the stronger: filled where positive, hollow where negative, a dot where there
 * is no value. Sign and size are told by shape, so that it reads without colour.
 */
export function squareGrid({ rows, columns, triangle, valueOf, colour, full, alternative }: SquareGrid, theme: ChartTheme): string {
  const cell = roundPlace(Math.min(26, (size - nameWidth) / Math.max(1, columns.length)));
  const height = cell * rows.length + 4 + nameWidth * 0.72;
  let [filled, hollow, absent, frames] = ['', '', '', ''];
  for (let row = 0; row < rows.length; row++) {
    for (let column = 0; column < (triangle ? row + 1 : columns.length); column++) {
      const [x, y] = [roundPlace(nameWidth + column * cell), roundPlace(row * cell + 2)];
      frames += `M${x} ${y}h${cell}v${cell}h${-cell}z`;
      const value = valueOf(rows[row]!, columns[column]!);
      const [middleX, middleY] = [x + cell / 2, y + cell / 2];
      if (value === null) {
        absent += `M${roundPlace(middleX - 1)} ${roundPlace(middleY)}h2`;
        continue;
      }
      const side = roundPlace(Math.sqrt(Math.min(1, Math.abs(value) / full)) * (cell - 3));
      if (side < 0.6) continue;
      const square = `M${roundPlace(middleX - side / 2)} ${roundPlace(middleY - side / 2)}h${side}v${side}h${-side}z`;
      if (value > 0) filled += square;
      else hollow += square;
    }
  }
  const fontSize = Math.min(11, Math.max(7, cell - 1));
  const label = (name: string): string => escapeText(middleEllipsis(name === '' ? '(no name)' : name, nameLength));
  const text = (name: string, place: string, anchor: string): string =>
    `<text ${place} font-size="${roundPlace(fontSize)}" fill="${theme.muted}" text-anchor="${anchor}" dominant-baseline="central">${label(name)}</text>`;
  const down = rows.map((name, i) => text(name, `x="${nameWidth - 6}" y="${roundPlace(2 + (i + 0.5) * cell)}"`, 'end'));
  const bottom = cell * rows.length + 9;
  const across = columns.map((name, i) => {
    const x = roundPlace(nameWidth + (i + 0.5) * cell);
    return text(name, `transform="translate(${x} ${roundPlace(bottom)}) rotate(-45)"`, 'end');
  });
  const drawn = [
    `<path d="${frames}" fill="none" stroke="${theme.grid}"/>`,
    `<path d="${filled}" fill="${colour}"/>`,
    `<path d="${hollow}" fill="none" stroke="${colour}" stroke-width="1.4"/>`,
    `<path d="${absent}" stroke="${theme.axis}"/>`,
  ];
  return `<svg class="chart" viewBox="0 0 ${size} ${roundPlace(height)}" role="img" aria-label="${escapeText(alternative)}">${drawn.join('')}${down.join('')}${across.join('')}</svg>`;
}
