import { distanceOfEmptySides } from './distanceOfEmptySides.ts';
import { shares } from './shares.ts';

/**
 * The Jensen-Shannon distance: the square root of the Jensen-Shannon divergence in nats.
 *
 * Must be true: both sides count the same bins in the same order.
 * Returns a number in [0, √ln 2 ≈ 0.8326]: 0 for equal shares, the largest where no bin is shared or one side has
 * no count. Swapping the sides does not change it.
 * Throws nothing.
 *
 * Source: J. Lin (1991), Divergence measures based on the Shannon entropy; D. M. Endres and J. E. Schindelin (2003)
 * for its square root. Each pair of terms is m[(1 + t) ln(1 + t) + (1 − t) ln(1 − t)], t = (r − c)/(r + c), which
 * keeps its digits where the sides are close.
 *
 * @example jensenShannonDistance([50, 50], [60, 40]) // → 0.071129388644832308
 */
export function jensenShannonDistance(reference: ArrayLike<number>, current: ArrayLike<number>): number {
  const empty = distanceOfEmptySides(reference, current, Math.sqrt(Math.LN2));
  if (empty !== null) return empty;
  const r = shares(reference);
  const c = shares(current);
  let divergence = 0;
  for (let i = 0; i < r.length; i++) {
    const total = r[i]! + c[i]!;
    if (total === 0) continue;
    const t = (r[i]! - c[i]!) / total;
    const excess = Math.abs(t) === 1 ? 2 * Math.LN2 : (1 + t) * Math.log1p(t) + (1 - t) * Math.log1p(-t);
    divergence += (total / 2) * excess;
  }
  return Math.sqrt(Math.min(Math.LN2, Math.max(0, divergence / 2)));
}
