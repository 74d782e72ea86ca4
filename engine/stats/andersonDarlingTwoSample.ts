import type { TestOutcome } from './chiSquareGoodnessOfFit.ts';
import type { RankSums } from './rankSums.ts';

/** ln p is quadratic in the standardised statistic: the least-squares fit to the seven published points. */
const fit = [-1.077770279820484, -1.0082265644652515, 0.01819809457411147] as const;
const leastFitted = 0.325;
const mostFitted = 6.546;

const summedTo = 64;

/** H_N = Σ 1/k and Σ 1/k², for k from 1 to N. */
function harmonics(n: number): { first: number; second: number } {
  const to = Math.min(n, summedTo);
  let first = 0;
  let second = 0;
  for (let k = to; k >= 1; k--) {
    first += 1 / k;
    second += 1 / (k * k);
  }
  if (n <= summedTo) return { first, second };
  const tail = (k: number): number => Math.log(k) + 1 / (2 * k) - 1 / (12 * k * k) + 1 / (120 * k ** 4) - 1 / (252 * k ** 6);
  const rest = (k: number): number => 1 / k - 1 / (2 * k * k) + 1 / (6 * k ** 3) - 1 / (30 * k ** 5) + 1 / (42 * k ** 7);
  return { first: first + tail(n) - tail(to), second: second + rest(to) - rest(n) };
}

/** The standard deviation of the statistic for k = 2 samples of one continuous law, all orders equally likely. */
function deviation(n: number, m: number): number {
  const N = n + m;
  const { first, second } = harmonics(N);
  const h = first - 1 / N;
  const g = second - (2 * first) / N + 1 / (N * N);
  const H = 1 / n + 1 / m;
  const a = 4 * g - 6 + (10 - 6 * g) * H;
  const b = 8 * g - 16 + 16 * h + (2 * g - 14 * h - 4) * H - 8 * h + 4 * g - 6;
  const c = 4 * (6 * h + 2 * g - 2) + 2 * (4 * h - 4 * g + 6) + (2 * h - 6) * H + 4 * h;
  const d = 4 * (2 * h + 6) - 8 * h;
  return Math.sqrt((a + b / N + c / N ** 2 + d / N ** 3) / ((1 - 1 / N) * (1 - 2 / N) * (1 - 3 / N)));
}

/**
 * The p-value of A² of two samples, interpolated between published points.
 *
 * Must be true: n + m ≥ 4.
 * Returns a share in [0.001, 0.25].
 * Throws nothing.
 *
 * Source: F. W. Scholz and M. A. Stephens (1987), table 1.
 *
 * @example andersonDarlingPValue(2.5, 100, 100) // → 0.0492411758364
 */
export function andersonDarlingPValue(statistic: number, n: number, m: number): number {
  const standardised = (statistic - 1) / deviation(n, m);
  const within = Math.min(mostFitted, Math.max(leastFitted, standardised));
  const fitted = Math.exp(fit[0] + within * (fit[1] + within * fit[2]));
  const outside = standardised < leastFitted ? 0.25 : standardised > mostFitted ? 0.001 : fitted;
  return Math.min(0.25, Math.max(0.001, outside));
}

/**
 * The Anderson-Darling test of whether two samples come from one distribution, with midranks for ties.
 *
 * Must be true: the sums are those of two samples that are not empty.
 * Returns A², the gap between the distribution functions squared and weighed by how rare it is, and a p-value that is
 * interpolated between published points and therefore never leaves [0.001, 0.25]. Below four values, or where all are
 * equal, there is nothing to test: statistic 0, p 1.
 * Throws nothing.
 *
 * Source: F. W. Scholz and M. A. Stephens (1987), K-sample Anderson-Darling tests, equation 7; SciPy's anderson_ksamp.
 *
 * @example andersonDarlingTwoSample(rankSums(Float64Array.of(1, 2, 3), Float64Array.of(2, 4, 5))).pValue // → 0.206317842884871
 */
export function andersonDarlingTwoSample({ n, m, tailGaps, ties }: RankSums): TestOutcome {
  const N = n + m;
  if (N < 4 || ties >= N * N * N - N) return { statistic: 0, pValue: 1 };
  const statistic = ((((N - 1) / N) * n) / N) * (m / N) * tailGaps;
  return { statistic, pValue: andersonDarlingPValue(statistic, n, m) };
}
