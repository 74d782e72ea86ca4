import { stirlingError } from './stirlingError.ts';

/**
 * Natural logarithm of the gamma function.
 *
 * Must be true: x > 0.
 * Returns a finite number for every finite x whose result is finite; absolute error about 1e-15 near its zeros
 * at 1 and 2, relative error about 1e-15 elsewhere.
 * Throws nothing.
 *
 * Source: DLMF 5.11.1.
 *
 * @example logGamma(0.5) // → 0.5723649429247001
 */
export function logGamma(x: number): number {
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(x) - x + stirlingError(x);
}
