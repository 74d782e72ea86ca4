import type { TestOutcome } from './chiSquareGoodnessOfFit.ts';
import { hypergeometricDraw } from './hypergeometricDraw.ts';
import { sum } from './shares.ts';
import { totalVariationDistance } from './totalVariationDistance.ts';

const permutations = 1000;
/** Deals a random part of the pooled counts to one side. */
function deal(pooled: Float64Array, size: number, random: () => number): Float64Array {
  let all = sum(pooled);
  let drawn = size;
  return pooled.map((marked) => {
    const taken = hypergeometricDraw({ all, marked, drawn }, random());
    all -= marked;
    drawn -= taken;
    return taken;
  });
}

/**
 * The permutation test on the total variation distance: rows are dealt anew to two sides of the sizes seen.
 *
 * Must be true: both sides count the same categories in the same order and have at least one row; `random` is seeded.
 * Returns the distance and the share of 1000 deals whose distance reaches it, as doubles compare: of deals that tie with
 * it in exact arithmetic, rounding decides.
 * Throws nothing.
 *
 * Source: P. Good (2005), Permutation, Parametric and Bootstrap Tests of Hypotheses; a deal of rows is a multivariate
 * hypergeometric draw of counts.
 *
 * @example totalVariationPermutation([2, 2], [1, 1], () => 0.5) // → { statistic: 0, pValue: 1 }
 */
export function totalVariationPermutation(reference: ArrayLike<number>, current: ArrayLike<number>, random: () => number): TestOutcome {
  const statistic = totalVariationDistance(reference, current);
  const pooled = Float64Array.from(reference, (count, i) => count + current[i]!);
  const n = sum(reference);
  let reached = 0;
  for (let i = 0; i < permutations; i++) {
    const dealt = deal(pooled, n, random);
    if (
      totalVariationDistance(
        dealt,
        pooled.map((count, k) => count - dealt[k]!),
      ) >= statistic
    )
      reached++;
  }
  return { statistic, pValue: reached / permutations };
}
