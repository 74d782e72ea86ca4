import { log1pMinusX } from './log1pMinusX.ts';
import { stirlingError } from './stirlingError.ts';

/** ln of the chance of k hits in n trials of chance p = 1 − q. */
function logBinomial(k: number, n: number, p: number, q: number): number {
  if (n === 0) return 0;
  if (k === 0) return n * (p < 0.1 ? Math.log1p(-p) : Math.log(q));
  if (k === n) return n * (q < 0.1 ? Math.log1p(-q) : Math.log(p));
  const deviance = (count: number, expected: number): number => -count * log1pMinusX((expected - count) / count);
  const errors = stirlingError(n) - stirlingError(k) - stirlingError(n - k);
  return errors - deviance(k, n * p) - deviance(n - k, n * q) + 0.5 * Math.log(n / (2 * Math.PI * k * (n - k)));
}

/**
 * The chance of k marked ones among n drawn without putting back from N, of which K are marked; its logarithm.
 *
 * Must be true: whole numbers with max(0, n + K − N) ≤ k ≤ min(n, K), n ≤ N, K ≤ N and 0 < n < N.
 * Returns a number ≤ 0; absolute error about 1e-13 near the most likely k.
 * Throws nothing.
 *
 * Source: C. Loader (2000), Fast and accurate computation of binomial probabilities: three binomials of one p.
 *
 * @example logHypergeometricShare(1, 2, 2, 4) // → -0.405465108108164
 */
export function logHypergeometricShare(k: number, n: number, K: number, N: number): number {
  const p = n / N;
  const q = (N - n) / N;
  return logBinomial(k, K, p, q) + logBinomial(n - k, N - K, p, q) - logBinomial(n, N, p, q);
}
