import type { TestOutcome } from './chiSquareGoodnessOfFit.ts';
import { chiSquareUpperTail } from './chiSquareUpperTail.ts';
import { deviance } from './deviance.ts';
import { sum } from './shares.ts';

/**
 * The likelihood-ratio (G) test of the current counts against the shares of the reference, taken as known.
 *
 * Must be true: both sides count the same categories in the same order, and every category that current has occurs
 * in the reference. Categories that neither side has are left out.
 * Returns G = 2 Σ o ln(o/e) and its upper tail with one degree of freedom less than there are categories. With a single
 * category, or a side without counts, there is nothing to test: statistic 0, p 1.
 * Throws a RangeError where current has a category that the reference lacks.
 *
 * Source: R. R. Sokal and F. J. Rohlf (1981), Biometry, chapter 17; SciPy's power_divergence. Evidently's `g_test`.
 *
 * @example gTestGoodnessOfFit([50, 50], [60, 40]).statistic // → 4.02710271013777
 */
export function gTestGoodnessOfFit(reference: ArrayLike<number>, current: ArrayLike<number>): TestOutcome {
  const scale = sum(current) / sum(reference);
  if (!(scale > 0 && scale < Infinity)) return { statistic: 0, pValue: 1 };
  let statistic = 0;
  let categories = 0;
  for (let i = 0; i < reference.length; i++) {
    const expected = reference[i]! * scale;
    const observed = current[i]!;
    if (expected === 0 && observed === 0) continue;
    if (expected === 0) throw new RangeError('current has a category that the reference lacks');
    categories++;
    statistic += 2 * deviance(observed, expected);
  }
  if (categories < 2) return { statistic: 0, pValue: 1 };
  return { statistic, pValue: chiSquareUpperTail(statistic, categories - 1) };
}
