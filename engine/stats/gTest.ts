import type { TestOutcome } from './chiSquareGoodnessOfFit.ts';
import { chiSquareUpperTail } from './chiSquareUpperTail.ts';
import { log1pMinusX } from './log1pMinusX.ts';
import { sum } from './shares.ts';

/** o ln(o/e) + e − o, which is never negative; over all categories the last two cancel. */
function divergence(observed: number, expected: number): number {
  return observed === 0 ? expected : -observed * log1pMinusX((expected - observed) / observed);
}

/**
 * The likelihood-ratio (G) test of the current counts against the reference.
 *
 * Must be true: both sides count the same categories in the same order. Categories that neither side has are left out.
 * Returns G = 2 Σ o ln(o/e) and its upper tail with one degree of freedom less than there are categories. The reference
 * is taken as known and scaled to the size of current; where current has a category that the reference lacks, the two
 * are tested for homogeneity instead. With a single category, or a side without counts, there is nothing to test:
 * statistic 0, p 1.
 * Throws nothing.
 *
 * Source: R. R. Sokal and F. J. Rohlf (1981), Biometry, chapter 17; SciPy's power_divergence and chi2_contingency.
 *
 * @example gTest([50, 50], [60, 40]).statistic // → 4.02710271013777
 */
export function gTest(reference: ArrayLike<number>, current: ArrayLike<number>): TestOutcome {
  const n = sum(reference);
  const m = sum(current);
  if (n === 0 || m === 0) return { statistic: 0, pValue: 1 };
  const isNew = (count: number, i: number): boolean => count > 0 && reference[i] === 0;
  const homogeneity = Array.from(current).some(isNew);
  let statistic = 0;
  let categories = 0;
  for (let i = 0; i < reference.length; i++) {
    const r = reference[i]!;
    const c = current[i]!;
    if (r + c === 0) continue;
    categories++;
    if (homogeneity) statistic += 2 * (divergence(r, ((r + c) / (n + m)) * n) + divergence(c, ((r + c) / (n + m)) * m));
    else statistic += 2 * divergence(c, (r / n) * m);
  }
  if (categories < 2) return { statistic: 0, pValue: 1 };
  return { statistic, pValue: chiSquareUpperTail(statistic, categories - 1) };
}
