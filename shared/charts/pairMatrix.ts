import type { ChartTheme } from './chartTheme.ts';
import { squareGrid, type SquareGrid } from './squareGrid.ts';

export interface PairMatrix extends Pick<SquareGrid, 'valueOf' | 'colour' | 'full' | 'alternative'> {
  readonly names: readonly string[];
}

/** Values of all pairs of some names, each pair once. */
export function pairMatrix({ names, ...rest }: PairMatrix, theme: ChartTheme): string {
  return squareGrid({ rows: names.slice(1), columns: names.slice(0, -1), triangle: true, ...rest }, theme);
}
