import { ksTwoSamplePValue } from './ksTwoSamplePValue.ts';

/** Effective sizes from here on are not summed. */
const summedUpTo = 1_000_000;
/** Below this value of Nd² the expansion of the limit law is taken, above the larger one the chance is 0. */
const [tailFrom, vanishesAt] = [2.2, 370];

/**
 * The p-value of the two-sided two-sample Kolmogorov-Smirnov test as SciPy has it for very large samples: from a million
 * effective values N = round(nm/(n + m)) on, the leading term 2 exp(−(6Nd + 1)²/(18N)) in place of the sum.
 *
 * Must be true: d in [0, 1] is the largest gap between the two empirical distribution functions; n, m ≥ 1 whole.
 * Returns a share in [0, 1]; the relative error is one in a million near p = 0.02 and one in twenty near p = 1e-280.
 * Smaller samples have the p-value of `ksTwoSamplePValue`.
 * Throws a RangeError where a side is empty.
 *
 * Source: N. V. Smirnov (1944); SciPy's ks_2samp, which takes kstwo and so smirnov.
 *
 * @example ksTwoSampleByLeadingTerm(0.001, 4_000_000, 4_000_000) // → 0.0366066243197
 */
export function ksTwoSampleByLeadingTerm(d: number, n: number, m: number): number {
  const N = Math.round((n / (n + m)) * m);
  const square = N * d * d;
  if (N <= summedUpTo || square < tailFrom || d >= 0.5) return ksTwoSamplePValue(d, n, m);
  return square >= vanishesAt ? 0 : Math.min(1, 2 * Math.exp(-((6 * N * d + 1) ** 2) / (18 * N)));
}
