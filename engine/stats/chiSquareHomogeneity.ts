import type { TestOutcome } from './chiSquareGoodnessOfFit.ts';
import { chiSquareUpperTail } from './chiSquareUpperTail.ts';
import { sum } from './shares.ts';

/**
 * Pearson's test of whether two samples of counts come from one distribution.
 *
 * Must be true: both sides count the same categories in the same order. Categories that neither side has are left out.
 * Returns the statistic of the 2 × k table and its upper tail with k − 1 degrees of freedom, without a correction for
 * continuity. With a single category, or a side without counts, there is nothing to test: statistic 0, p 1.
 * Throws nothing.
 *
 * Source: K. Pearson (1911); SciPy's chi2_contingency with correction=False.
 *
 * @example chiSquareHomogeneity([50, 50], [60, 40]).pValue // → 0.15521848968468005
 */
export function chiSquareHomogeneity(reference: ArrayLike<number>, current: ArrayLike<number>): TestOutcome {
  const n = sum(reference);
  const m = sum(current);
  if (n === 0 || m === 0) return { statistic: 0, pValue: 1 };
  let statistic = 0;
  let categories = 0;
  for (let i = 0; i < reference.length; i++) {
    const pooled = reference[i]! + current[i]!;
    if (pooled === 0) continue;
    categories++;
    const gap = reference[i]! / n - current[i]! / m;
    statistic += (gap * gap * n * m) / pooled;
  }
  if (categories < 2) return { statistic: 0, pValue: 1 };
  return { statistic, pValue: chiSquareUpperTail(statistic, categories - 1) };
}
