import { log1pMinusX } from './log1pMinusX.ts';

/**
 * What one count contributes to the likelihood-ratio statistic: o ln(o/e) + e − o.
 *
 * Must be true: observed ≥ 0; expected > 0 unless observed is 0 too.
 * Returns a number that is never negative, accurate where both are close. Over all counts of a side the last two terms
 * cancel. An absent count leaves e.
 * Throws nothing.
 *
 * Source: half of the unit deviance of the Poisson law; P. McCullagh and J. A. Nelder (1989), table 2.1.
 *
 * @example deviance(60, 50) // → 0.93929340763728
 */
export function deviance(observed: number, expected: number): number {
  return observed === 0 ? expected : -observed * log1pMinusX((expected - observed) / observed);
}
