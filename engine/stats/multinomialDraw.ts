import { binomialDraw } from './binomialDraw.ts';
import { sum } from './shares.ts';

/**
 * As many rows as there are, drawn with putting back: how many of them fall into each cell.
 *
 * Must be true: counts are whole and ≥ 0; `drawn`, where it is given, is as long and is overwritten; `random` is seeded.
 * Returns counts with the same sum; an empty cell stays empty.
 * Throws nothing.
 *
 * Source: C. S. Davis (1993), The computer generation of multinomial random variates: one binomial draw a cell.
 *
 * @example multinomialDraw([2, 2], () => 0.5) // → [2, 2]
 */
export function multinomialDraw(counts: ArrayLike<number>, random: () => number, drawn = new Float64Array(counts.length)): Float64Array {
  let [rowsLeft, weightLeft] = [sum(counts), sum(counts)];
  for (let cell = 0; cell < counts.length; cell++) {
    const count = counts[cell]!;
    const here = count === 0 ? 0 : binomialDraw(rowsLeft, Math.min(1, count / weightLeft), random);
    drawn[cell] = here;
    rowsLeft -= here;
    weightLeft -= count;
  }
  return drawn;
}
