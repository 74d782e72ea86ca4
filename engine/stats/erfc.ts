/** exp(−x²) without the error that squaring a rounded x brings: x is split so that the larger square is exact. */
function expMinusSquare(x: number): number {
  const high = Math.round(x * 1048576) / 1048576;
  return Math.exp(-high * high) * Math.exp(-(x - high) * (x + high));
}

/** erf(x) by a series of positive terms. */
function erfBySeries(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 1; ; k++) {
    term *= (2 * x * x) / (2 * k + 1);
    const next = sum + term;
    if (next === sum) break;
    sum = next;
  }
  return (2 / Math.sqrt(Math.PI)) * expMinusSquare(x) * sum;
}

/** erfc(x) for x ≥ 1 by its continued fraction, evaluated from the far end. */
function erfcByFraction(x: number): number {
  const terms = Math.ceil(12 + 500 / (x * x));
  let fraction = x;
  for (let k = terms; k >= 1; k--) fraction = x + k / 2 / fraction;
  return expMinusSquare(x) / (fraction * Math.sqrt(Math.PI));
}

/**
 * The complementary error function, 1 − erf(x).
 *
 * Must be true: x is a number.
 * Returns a value in [0, 2]; 0 beyond x ≈ 27.3 where doubles end. Relative error about 1e-15.
 * Throws nothing.
 *
 * Source: DLMF 7.6.2 (series) and 7.9.1 (continued fraction).
 *
 * @example erfc(5) // → 1.5374597944280347e-12
 */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  if (x > 27.5) return 0;
  return x < 1 ? 1 - erfBySeries(x) : erfcByFraction(x);
}
