/**
 * How often Mann and Whitney's U takes each value from 0 to `upTo`, over all orders of n and m distinct values, as
 * shares of all orders.
 *
 * Must be true: n, m ≥ 1 and upTo whole; upTo ≤ nm/2 keeps every digit. Work and room grow with upTo · min(n, m).
 * Returns shares that sum to at most 1, with a relative error of about 1e-15 · min(n, m).
 * Throws nothing.
 *
 * Source: H. B. Mann and D. R. Whitney (1947); the coefficients of the Gaussian binomial, factor by factor.
 *
 * @example mannWhitneyCounts(2, 2, 2) // → [0.16666666666666666, 0.16666666666666666, 0.3333333333333333]
 */
export function mannWhitneyCounts(n: number, m: number, upTo: number): Float64Array {
  const [few, many] = n < m ? [n, m] : [m, n];
  const shares = new Float64Array(upTo + 1);
  shares[0] = 1;
  for (let i = 1; i <= few; i++) {
    for (let u = upTo; u >= many + i; u--) shares[u]! -= shares[u - many - i]!;
    for (let u = i; u <= upTo; u++) shares[u]! += shares[u - i]!;
    for (let u = 0; u <= upTo; u++) shares[u]! *= i / (many + i);
  }
  return shares;
}
