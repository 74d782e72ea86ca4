/**
 * The chance that the gap between the empirical distribution functions of two samples of n values each, from one
 * continuous law, reaches h/n.
 *
 * Must be true: n ≥ 1 and 1 ≤ h ≤ n, whole.
 * Returns a share in [0, 1]; relative error about 1e-15 times n, far tail included.
 * Throws nothing.
 *
 * Source: Gnedenko and Korolyuk (1951); the reflection sum 2 Σ (−1)^(k−1) C(2n, n − kh) / C(2n, n) in Horner form.
 *
 * @example ksPathsEqualSizes(4, 4) // → 0.02857142857142857
 */
export function ksPathsEqualSizes(n: number, h: number): number {
  let share = 0;
  for (let k = Math.floor(n / h) - 1; k >= 0; k--) {
    let ratio = 1;
    for (let j = 0; j < h; j++) ratio *= (n - k * h - j) / (n + k * h + j + 1);
    share = ratio * (1 - share);
  }
  return Math.min(1, 2 * share);
}
