import { sum } from './shares.ts';

/**
 * Cramér's V of two sets of counts as if both sides had as many rows: how unlike the shares are, from 0 to 1.
 *
 * Must be true: both sides count the same categories in the same order, and each has at least one row.
 * Returns √(½ Σ (p − q)²/(p + q)) over the shares p and q; 0 where they are equal, 1 where no category is shared.
 * Throws nothing.
 *
 * Source: H. Cramér (1946), for two rows of equal sums.
 *
 * @example cramersVOfShares(Float64Array.of(1, 1), Float64Array.of(2, 0)) // → 0.5773502691896257
 */
export function cramersVOfShares(reference: Float64Array, current: Float64Array): number {
  const n = sum(reference);
  const m = sum(current);
  let total = 0;
  for (let i = 0; i < reference.length; i++) {
    const [p, q] = [reference[i]! / n, current[i]! / m];
    if (p + q > 0) total += ((p - q) * (p - q)) / (p + q);
  }
  return Math.min(1, Math.sqrt(total / 2));
}
