import { poissonDraw } from './poissonDraw.ts';
import { sum } from './shares.ts';

/** How large a distance of two samples of one law is: usually, and in one of twenty pairs at least. */
export interface Chance {
  readonly typical: number;
  readonly high: number;
}

/** How many pairs are drawn: for both numbers well, or for the usual one roughly. Fewer where there are many bins. */
const effort = {
  thorough: { draws: 6000, fewest: 12, most: 60 },
  rough: { draws: 1500, fewest: 3, most: 15 },
} as const;

export type Effort = keyof typeof effort;

/**
 * How large a distance between counts is by chance alone, from drawn pairs of sides that share one law.
 *
 * Must be true: `pooled` holds counts of both sides together, not all 0; sizes are positive; `random` is seeded.
 * Returns the mean of the drawn distances and the value that one in twenty reaches.
 * Throws nothing.
 *
 * Source: the parametric bootstrap, B. Efron and R. Tibshirani (1993), chapter 6, with independent Poisson counts in
 * place of multinomial ones.
 *
 * @example chanceOfCounts([5, 5], { reference: 10, current: 10 }, () => 0.25, () => 0.5) // → { typical: 0.25, high: 0.25 }
 */
export function chanceOfCounts(
  pooled: ArrayLike<number>,
  sizes: { readonly reference: number; readonly current: number },
  distance: (reference: Float64Array, current: Float64Array) => number,
  random: () => number,
  how: Effort = 'thorough',
): Chance {
  const { draws, fewest, most } = effort[how];
  const total = sum(pooled);
  const draw = (size: number): Float64Array => Float64Array.from(pooled, (count) => poissonDraw((count / total) * size, random));
  const found = new Float64Array(Math.max(fewest, Math.min(most, Math.floor(draws / pooled.length))));
  for (let i = 0; i < found.length; i++) found[i] = distance(draw(sizes.reference), draw(sizes.current));
  found.sort();
  return { typical: sum(found) / found.length, high: found[Math.ceil(0.95 * found.length) - 1]! };
}
