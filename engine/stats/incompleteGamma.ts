import { log1pMinusX } from './log1pMinusX.ts';
import { stirlingError } from './stirlingError.ts';

const smallest = 1e-300;
const maxTerms = 100_000;

/** x^a e^(−x) / Γ(a + 1) in Loader's form, which keeps its digits where both are large. */
function poissonTerm(a: number, x: number): number {
  const deviance = x > 2 * a ? a * Math.log(a / x) + x - a : -a * log1pMinusX((x - a) / a);
  return Math.exp(-stirlingError(a) - deviance) / Math.sqrt(2 * Math.PI * a);
}

/** P(a, x) by its power series; every term is positive. */
function lowerBySeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < maxTerms; k++) {
    term *= x / (a + k);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum * poissonTerm(a, x);
}

/** Q(a, x) by Legendre's continued fraction, evaluated after Lentz. */
function upperByFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / smallest;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < maxTerms; k++) {
    const an = -k * (k - a);
    b += 2;
    d = an * d + b;
    d = 1 / (Math.abs(d) < smallest ? smallest : d);
    c = b + an / c;
    if (Math.abs(c) < smallest) c = smallest;
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return fraction * a * poissonTerm(a, x);
}

/**
 * The regularised upper incomplete gamma function Q(a, x) = Γ(a, x) / Γ(a).
 *
 * Must be true: a > 0, x ≥ 0.
 * Returns a share in [0, 1]: 1 at x = 0, 0 where it underflows. Relative error about 1e-13, far tail included.
 * Throws nothing.
 *
 * Source: DLMF 8.11.4 (series) and 8.9.2 (continued fraction); C. Loader (2000), Fast and accurate computation of
 * binomial probabilities, for the leading factor.
 *
 * @example upperIncompleteGamma(0.5, 2) // → 0.04550026389635842
 */
export function upperIncompleteGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  return x < a + 1 ? Math.max(0, 1 - lowerBySeries(a, x)) : Math.min(1, upperByFraction(a, x));
}
