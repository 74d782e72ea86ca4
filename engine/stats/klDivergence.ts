import { fillZeros } from './fillZeros.ts';
import { shares } from './shares.ts';

/**
 * The Kullback-Leibler divergence of the reference from the current distribution, Σ r ln(r / c), in nats.
 *
 * Must be true: both sides count the same bins in the same order.
 * Returns a finite number ≥ 0; 0 for equal shares. Zeros are filled, then both sides are scaled to sum 1. Swapping
 * the sides changes it.
 * Throws nothing.
 *
 * Source: S. Kullback and R. A. Leibler (1951), On information and sufficiency.
 *
 * @example klDivergence([50, 50], [60, 40]) // → 0.020410997260127565
 */
export function klDivergence(reference: ArrayLike<number>, current: ArrayLike<number>): number {
  const r = shares(fillZeros(shares(reference)));
  const c = shares(fillZeros(shares(current)));
  let divergence = 0;
  for (let i = 0; i < r.length; i++) divergence += r[i]! * Math.log(r[i]! / c[i]!);
  return Math.max(0, divergence);
}
