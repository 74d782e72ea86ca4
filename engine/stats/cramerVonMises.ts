import type { TestOutcome } from './chiSquareGoodnessOfFit.ts';
import { cramerVonMisesExact } from './cramerVonMisesExact.ts';
import { cramerVonMisesTail } from './cramerVonMisesTail.ts';
import type { RankSums } from './rankSums.ts';

/** Sides of at most this many values are counted exactly, as SciPy chooses. */
const smallSide = 20;

/** T of samples without ties, and of samples with ties the gap that is there. */
function gapStatistic({ n, m, squaredGaps }: RankSums): number {
  const N = n + m;
  return (n / N) * (m / N) * squaredGaps;
}

/**
 * T from midranks, as SciPy has it, without its cancellation of large terms. At equal sizes ties lower it; at unequal
 * sizes they raise it without a bound, whatever the law.
 */
function midrankStatistic({ n, m, squaredMiddleGaps, cubes }: RankSums): number {
  const N = n + m;
  const gaps = (n / N) * (m / N) * squaredMiddleGaps;
  const mixed = cubes.mixed / N / N / 4;
  const own = ((cubes.reference / n) * m + (cubes.current / m) * n) / N / N / 12;
  const within = (cubes.reference / m + cubes.current / n - n / m - m / n) / N / 12;
  return gaps + 1 / (6 * N) - mixed + own + within;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** The mean of T of two samples of one continuous law. */
export const expectedByChance = (n: number, m: number): number => (1 + 1 / (n + m)) / 6;

/**
 * The p-value of Cramér and von Mises' T by the limit law, after T was given that law's mean and variance.
 *
 * Must be true: n, m ≥ 1.
 * Returns a share in [0, 1].
 * Throws nothing.
 *
 * Source: T. W. Anderson (1962), On the distribution of the two-sample Cramér-von Mises criterion.
 *
 * @example cramerVonMisesPValue(0.46136, 1e9, 1e9) // → 0.0500003831355
 */
export function cramerVonMisesPValue(statistic: number, n: number, m: number): number {
  const N = n + m;
  const expected = expectedByChance(n, m);
  const k = n * m;
  const variance = (((N + 1) / N) * (4 * N - (3 * (n * n + m * m)) / k - 2)) / (45 * 4 * N);
  const standardised = 1 / 6 + (statistic - expected) / Math.sqrt(45 * variance);
  return standardised < 0.003 ? 1 : cramerVonMisesTail(standardised);
}

/**
 * The Cramér-von Mises test of whether two samples come from one distribution.
 *
 * Must be true: the sums are those of two samples that are not empty.
 * Returns T = nm/N² Σ (F − G)² over all N pooled values, and its p-value: over all orders where no side has more than
 * twenty values, else by the limit law after T was given that law's mean and variance. `ties` as `midranks` gives
 * SciPy's T, which differs where values are equal. Where all values are equal there is nothing to test: statistic 0, p 1.
 * Throws nothing.
 *
 * Source: T. W. Anderson (1962), On the distribution of the two-sample Cramér-von Mises criterion; SciPy's
 * cramervonmises_2samp.
 *
 * @example cramerVonMises(rankSums(Float64Array.of(1, 2), Float64Array.of(3, 4))) // → { statistic: 0.375, pValue: 0.3333333333333333 }
 */
export function cramerVonMises(sums: RankSums, ties: 'gaps' | 'midranks' = 'gaps'): TestOutcome {
  const { n, m } = sums;
  const N = n + m;
  if (sums.ties >= N * N * N - N && ties === 'gaps') return { statistic: 0, pValue: 1 };
  const statistic = ties === 'gaps' ? gapStatistic(sums) : midrankStatistic(sums);
  if (Math.max(n, m) > smallSide) return { statistic, pValue: cramerVonMisesPValue(statistic, n, m) };
  const unit = greatestCommonDivisor(n, m) ** 2;
  const limit = unit * Math.floor((statistic * N * N * n * m) / unit + 1e-6);
  return { statistic, pValue: cramerVonMisesExact(n, m, limit) };
}
