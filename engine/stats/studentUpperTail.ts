import { incompleteBeta } from './incompleteBeta.ts';

/**
 * The chance that Student's t exceeds a value.
 *
 * Must be true: degreesOfFreedom > 0; t is a number.
 * Returns a share in [0, 1], accurate in the far tail.
 * Throws nothing.
 *
 * Source: DLMF 8.17.2; half of I_x(df/2, 1/2) at x = df/(df + t²).
 *
 * @example studentUpperTail(2.0860, 20) // → 0.0249981772287
 */
export function studentUpperTail(t: number, degreesOfFreedom: number): number {
  if (t < 0) return 1 - studentUpperTail(-t, degreesOfFreedom);
  const ratio = t / Math.sqrt(degreesOfFreedom);
  if (ratio > 1e150) return 0;
  const whole = 1 + ratio * ratio;
  return incompleteBeta(degreesOfFreedom / 2, 0.5, 1 / whole, (ratio * ratio) / whole) / 2;
}
