import { distanceOfEmptySides } from './distanceOfEmptySides.ts';
import { shares } from './shares.ts';

/**
 * The Hellinger distance of two sets of shares: √(½ Σ (√r − √c)²), which is √(1 − Σ √(rc)).
 *
 * Must be true: both sides count the same values, or the same bins, in the same order. For bins this is also the
 * distance of the two histograms as densities, whatever the widths: √(hr·hc)·width = √(rc).
 * Returns a number in [0, 1]: 0 for equal shares, 1 where nothing is shared or one side has no count. Swapping the
 * sides does not change it.
 * Throws nothing.
 *
 * Source: E. Hellinger (1909); A. Bhattacharyya (1943). The first form keeps its digits where the sides are close.
 *
 * @example hellingerDistance([50, 50], [60, 40]) // → 0.0711607124393506
 */
export function hellingerDistance(reference: ArrayLike<number>, current: ArrayLike<number>): number {
  const empty = distanceOfEmptySides(reference, current, 1);
  if (empty !== null) return empty;
  const r = shares(reference);
  const c = shares(current);
  let square = 0;
  for (let i = 0; i < r.length; i++) square += (Math.sqrt(r[i]!) - Math.sqrt(c[i]!)) ** 2;
  return Math.sqrt(Math.min(1, square / 2));
}
