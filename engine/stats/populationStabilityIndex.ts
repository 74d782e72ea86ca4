import { fillZeros } from './fillZeros.ts';
import { shares } from './shares.ts';

/**
 * The population stability index: Σ (r − c) ln(r / c) over aligned bins, zeros filled.
 *
 * Must be true: both sides count the same bins in the same order.
 * Returns a finite number ≥ 0; 0 for equal shares. Swapping the sides does not change it.
 * Throws nothing.
 *
 * Source: N. Siddiqi (2006), Credit Risk Scorecards; it is Jeffreys' divergence (1946) of the filled shares.
 *
 * @example populationStabilityIndex([50, 50], [60, 40]) // → 0.040546510810816435
 */
export function populationStabilityIndex(reference: ArrayLike<number>, current: ArrayLike<number>): number {
  const r = fillZeros(shares(reference));
  const c = fillZeros(shares(current));
  let index = 0;
  for (let i = 0; i < r.length; i++) index += (r[i]! - c[i]!) * Math.log(r[i]! / c[i]!);
  return index;
}
