import type { TestOutcome } from './chiSquareGoodnessOfFit.ts';
import { chiSquareUpperTail } from './chiSquareUpperTail.ts';
import { deviance } from './deviance.ts';
import { sum } from './shares.ts';

/**
 * The likelihood-ratio (G) test of whether two samples of counts come from one distribution.
 *
 * Must be true: both sides count the same categories in the same order. Categories that neither side has are left out.
 * Returns G = 2 Σ o ln(o/e) over the 2 × k table and its upper tail with k − 1 degrees of freedom. With a single
 * category, or a side without counts, there is nothing to test: statistic 0, p 1.
 * Throws nothing.
 *
 * Source: R. R. Sokal and F. J. Rohlf (1981), Biometry, chapter 17; SciPy's chi2_contingency with correction=False and
 * lambda_='log-likelihood'.
 *
 * @example gTestHomogeneity([50, 50], [60, 40]).statistic // → 2.02375597159502
 */
export function gTestHomogeneity(reference: ArrayLike<number>, current: ArrayLike<number>): TestOutcome {
  const n = sum(reference);
  const m = sum(current);
  if (n === 0 || m === 0) return { statistic: 0, pValue: 1 };
  let statistic = 0;
  let categories = 0;
  for (let i = 0; i < reference.length; i++) {
    const r = reference[i]!;
    const c = current[i]!;
    if (r + c === 0) continue;
    categories++;
    const share = (r + c) / (n + m);
    statistic += 2 * (deviance(r, share * n) + deviance(c, share * m));
  }
  if (categories < 2) return { statistic: 0, pValue: 1 };
  return { statistic, pValue: chiSquareUpperTail(statistic, categories - 1) };
}
