import { erfc } from './erfc.ts';

/**
 * The chance that a standard normal variable exceeds z.
 *
 * Must be true: z is a number.
 * Returns a share in [0, 1]; relative error below 1e-12 down to 1e-307.
 * Throws nothing.
 *
 * Source: DLMF 7.18; 1 − Φ(z) = ½ erfc(z/√2).
 *
 * @example normalUpperTail(1.959963984540054) // → 0.025
 */
export function normalUpperTail(z: number): number {
  return 0.5 * erfc(z * Math.SQRT1_2);
}
