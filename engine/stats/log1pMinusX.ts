/**
 * log(1 + x) − x, without the cancellation of the plain expression near zero.
 *
 * Must be true: x > −1.
 * Returns a number ≤ 0, accurate to a few units in the last place.
 * Throws nothing.
 *
 * Source: the series of Gauss log((1 + r)/(1 − r)) = 2 Σ r^(2k+1)/(2k+1) with r = x/(2 + x).
 *
 * @example log1pMinusX(1e-8) // → -4.9999999666666667e-17
 */
export function log1pMinusX(x: number): number {
  if (x > 0.5 || x < -0.35) return Math.log1p(x) - x;
  const r = x / (2 + x);
  const square = r * r;
  let power = r * square;
  let tail = 0;
  for (let k = 3; ; k += 2) {
    const next = tail + power / k;
    if (next === tail) break;
    tail = next;
    power *= square;
  }
  return 2 * tail - x * r;
}
