import { upperIncompleteGamma } from './incompleteGamma.ts';

/**
 * The chance that a chi-square variable exceeds a value.
 *
 * Must be true: value ≥ 0; degreesOfFreedom ≥ 0, not necessarily whole.
 * Returns a share in [0, 1], accurate in the far tail. Without degrees of freedom there is nothing to test: 1.
 * Throws nothing.
 *
 * Source: DLMF 8.2.4; Q(df/2, value/2).
 *
 * @example chiSquareUpperTail(5.991464547107979, 2) // → 0.05
 */
export function chiSquareUpperTail(value: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom <= 0) return 1;
  return upperIncompleteGamma(degreesOfFreedom / 2, value / 2);
}
