import { log1pMinusX } from './log1pMinusX.ts';
import { stirlingError } from './stirlingError.ts';

const smallest = 1e-300;
const maxTerms = 200_000;

/** k ln(k / e) + e − k: how far a count lies from what is expected, in Loader's form. */
function deviance(k: number, expected: number): number {
  const excess = (expected - k) / k;
  return -k * log1pMinusX(excess);
}

/** x^a y^b / B(a, b), with its digits where a and b are large. */
function leadingFactor(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return Math.exp(exponent) * Math.sqrt((a * b) / (2 * Math.PI * n));
}

/** The continued fraction, evaluated after Lentz. */
function fraction(a: number, b: number, x: number): number {
  const bounded = (value: number): number => (Math.abs(value) < smallest ? smallest : value);
  let c = 1;
  let d = 1 / bounded(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let k = 1; k < maxTerms; k++) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k));
    d = 1 / bounded(1 + even * d);
    c = bounded(1 + even / c);
    result *= c * d;
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1));
    d = 1 / bounded(1 + odd * d);
    c = bounded(1 + odd / c);
    const step = c * d;
    result *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return result;
}

/**
 * The regularised incomplete beta function I_x(a, b).
 *
 * Must be true: a, b > 0; x and y in [0, 1] with x + y = 1. Both are taken, so that neither loses its digits near 1.
 * Returns a share in [0, 1]; relative error about 1e-13 where it is the smaller of the two tails.
 * Throws nothing.
 *
 * Source: DLMF 8.17.22; C. Loader (2000), Fast and accurate computation of binomial probabilities, for the factor.
 *
 * @example incompleteBeta(2, 3, 0.5, 0.5) // → 0.6875
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return Math.max(0, 1 - incompleteBeta(b, a, y, x));
  return Math.min(1, (leadingFactor(a, b, x, y) * fraction(a, b, x)) / a);
}
