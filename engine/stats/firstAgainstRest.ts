import { sum } from './shares.ts';
import type { Proportion } from './twoProportionZ.ts';

/**
 * The counts of two sides as proportions: the first category that occurs, against the rest.
 *
 * Must be true: both sides count the same categories in the same order.
 * Returns how often that category occurs among all, for each side; null where a side has no count.
 * Throws nothing.
 *
 * Source: Evidently's reading of columns with more than two values, in its z test.
 *
 * @example firstAgainstRest([0, 3, 1], [0, 2, 2])?.current // → { hits: 2, trials: 4 }
 */
export function firstAgainstRest(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
): { readonly reference: Proportion; readonly current: Proportion } | null {
  const first = Array.from(reference).findIndex((count, i) => count + current[i]! > 0);
  const trials = { reference: sum(reference), current: sum(current) };
  if (first < 0 || trials.reference === 0 || trials.current === 0) return null;
  return {
    reference: { hits: reference[first]!, trials: trials.reference },
    current: { hits: current[first]!, trials: trials.current },
  };
}
