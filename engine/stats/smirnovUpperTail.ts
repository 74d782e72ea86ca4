import { log1pMinusX } from './log1pMinusX.ts';
import { stirlingError } from './stirlingError.ts';

/** Above this many terms the sum is taken with a stride: its terms follow a smooth bell, so nothing is lost. */
const strideFrom = 4096;

/** The term of Smirnov's sum in which the path first touches the boundary at its j-th step. */
function term(n: number, gap: number, j: number): number {
  const rest = n - j;
  if (j === 0) return Math.exp(n * Math.log1p(-gap / n));
  if (rest <= gap) return 0;
  const deviance = rest * log1pMinusX(-gap / rest) + j * log1pMinusX(gap / j);
  const factor = stirlingError(n) - stirlingError(j) - stirlingError(rest);
  return (gap / (j + gap)) * Math.sqrt(n / (2 * Math.PI * j * rest)) * Math.exp(factor + deviance);
}

/**
 * The chance that the one-sided Kolmogorov-Smirnov statistic of n values reaches d.
 *
 * Must be true: n ≥ 1 whole, 0 < d < 1.
 * Returns a share in [0, 1]; relative error about 1e-12, far tail included. Takes at most 8192 terms where nd² ≥ 1.
 * Throws nothing.
 *
 * Source: Birnbaum and Tingey (1951), One-sided confidence contours for probability distribution functions; each
 * term is a binomial probability, written in Loader's form (2000).
 *
 * @example smirnovUpperTail(5, 0.5) // → 0.056
 */
export function smirnovUpperTail(n: number, d: number): number {
  const gap = n * d;
  const last = Math.floor(n - gap);
  const smooth = gap * d >= 1;
  const stride = smooth ? Math.max(1, Math.floor(n / strideFrom)) : 1;
  let sum = 0;
  for (let j = 0; j <= last; j += stride) sum += term(n, gap, j);
  return Math.min(1, sum * stride);
}
