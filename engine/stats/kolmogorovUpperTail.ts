import { kolmogorovByExpansion } from './kolmogorovByExpansion.ts';
import { kolmogorovByMatrix } from './kolmogorovByMatrix.ts';
import { smirnovUpperTail } from './smirnovUpperTail.ts';
import { stirlingError } from './stirlingError.ts';

/** n! (2nd − 1)^n / n^n, the law for d below 1/n. */
function nearSmallest(n: number, d: number): number {
  const logarithm = 0.5 * Math.log(2 * Math.PI * n) - n + stirlingError(n) + n * Math.log(2 * n * d - 1);
  return Math.exp(logarithm);
}

function forFewValues(n: number, d: number): number {
  return n * d * d <= 4 ? 1 - kolmogorovByMatrix(n, d) : 2 * smirnovUpperTail(n, d);
}

function forManyValues(n: number, d: number): number {
  const square = n * d * d;
  if (square >= 370) return 0;
  if (square >= 2.2) return 2 * smirnovUpperTail(n, d);
  const byMatrix = n <= 100_000 && n * d ** 1.5 <= 1.4;
  return 1 - (byMatrix ? kolmogorovByMatrix(n, d) : kolmogorovByExpansion(n, d));
}

/**
 * The chance that the two-sided Kolmogorov-Smirnov statistic of n values reaches d.
 *
 * Must be true: n ≥ 1 whole.
 * Returns a share in [0, 1]: 1 up to d = 1/(2n), 0 from d = 1 on and, for n > 140, from nd² = 370 on. Agrees with
 * SciPy's kstwo.sf to 1e-9 or better, down to 1e-300.
 * Throws nothing.
 *
 * Source: R. Simard and P. L'Ecuyer (2011), Computing the two-sided Kolmogorov-Smirnov distribution: which formula
 * serves which n and d.
 *
 * @example kolmogorovUpperTail(0.3, 20) // → 0.04306706665851623
 */
export function kolmogorovUpperTail(d: number, n: number): number {
  if (n * d <= 0.5) return 1;
  if (d >= 1) return 0;
  if (n * d <= 1) return 1 - nearSmallest(n, d);
  if (n * d >= n - 1) return 2 * (1 - d) ** n;
  if (d >= 0.5) return 2 * smirnovUpperTail(n, d);
  const share = n <= 140 ? forFewValues(n, d) : forManyValues(n, d);
  return Math.min(1, Math.max(0, share));
}
