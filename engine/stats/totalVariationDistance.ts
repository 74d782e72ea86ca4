import { distanceOfEmptySides } from './distanceOfEmptySides.ts';
import { shares } from './shares.ts';

/**
 * The total variation distance, ½ Σ |r − c|: the share of one side that would have to move to make it the other.
 *
 * Must be true: both sides count the same bins in the same order.
 * Returns a number in [0, 1]: 0 for equal shares, 1 where nothing is shared or one side has no count. Swapping the
 * sides does not change it.
 * Throws nothing.
 *
 * Source: D. A. Levin and Y. Peres (2017), Markov Chains and Mixing Times, proposition 4.2.
 *
 * @example totalVariationDistance([50, 50], [60, 40]) // → 0.1
 */
export function totalVariationDistance(reference: ArrayLike<number>, current: ArrayLike<number>): number {
  const empty = distanceOfEmptySides(reference, current, 1);
  if (empty !== null) return empty;
  const r = shares(reference);
  const c = shares(current);
  let distance = 0;
  for (let i = 0; i < r.length; i++) distance += Math.abs(r[i]! - c[i]!);
  return Math.min(1, distance / 2);
}
