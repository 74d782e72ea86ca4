import { distanceOfEmptySides } from './distanceOfEmptySides.ts';
import { shares } from './shares.ts';

/**
 * The L∞ distance, max |r − c|: the largest change of one share.
 *
 * Must be true: both sides count the same bins in the same order.
 * Returns a number in [0, 1]: 0 for equal shares. Swapping the sides does not change it. Where one side has no count
 * it is 1.
 * Throws nothing.
 *
 * Source: the norm of that name; used for drift by NannyML.
 *
 * @example lInfinityDistance([50, 50], [60, 40]) // → 0.1
 */
export function lInfinityDistance(reference: ArrayLike<number>, current: ArrayLike<number>): number {
  const empty = distanceOfEmptySides(reference, current, 1);
  if (empty !== null) return empty;
  const r = shares(reference);
  const c = shares(current);
  let largest = 0;
  for (let i = 0; i < r.length; i++) largest = Math.max(largest, Math.abs(r[i]! - c[i]!));
  return largest;
}
