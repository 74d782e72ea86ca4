import type { TestOutcome } from './chiSquareGoodnessOfFit.ts';
import { mannWhitneyCounts } from './mannWhitneyCounts.ts';
import { normalUpperTail } from './normalUpperTail.ts';
import type { RankSums } from './rankSums.ts';

/** What a test of two samples looks for. */
export type Alternative = 'two-sided' | 'current-higher' | 'current-lower';

/** A side of at most this many values is counted exactly, as SciPy chooses. */
const smallSide = 8;
/** Pairs up to which counting is cheap. */
const mostPairs = 4_000_000;

/** The chance of at least `pairs` among n × m pairs, by counting all orders. */
function exactUpperTail(pairs: number, n: number, m: number): number {
  const below = Math.floor(n * m - pairs);
  const inUpperHalf = 2 * below <= n * m;
  const upTo = inUpperHalf ? below : Math.ceil(pairs) - 1;
  if (upTo < 0) return inUpperHalf ? 0 : 1;
  const tail = mannWhitneyCounts(n, m, upTo).reduce((sum, share) => sum + share, 0);
  return inUpperHalf ? tail : 1 - tail;
}

function normalTail(pairs: number, { n, m, ties }: RankSums): number {
  const N = n + m;
  const variance = ((n * m) / 12) * (N + 1 - ties / (N * (N - 1)));
  return variance > 0 ? normalUpperTail((pairs - (n * m) / 2 - 0.5) / Math.sqrt(variance)) : 1;
}

/**
 * The Mann-Whitney test (Wilcoxon's rank-sum test) of whether values of one sample tend to be larger.
 *
 * Must be true: the sums are those of two samples that are not empty.
 * Returns the rank-biserial correlation as the statistic, in [−1, 1]: the share of pairs in which current is larger,
 * less the share in which it is smaller. The p-value counts all orders where the smaller side has at most eight values,
 * there are no ties and at most four million pairs; else it is the normal one with corrections for ties and continuity.
 * Where all values are equal it is 1.
 * Throws nothing.
 *
 * Source: H. B. Mann and D. R. Whitney (1947); SciPy's mannwhitneyu with method="auto".
 *
 * @example mannWhitney(rankSums(Float64Array.of(1, 2, 3), Float64Array.of(4, 5, 6))) // → { statistic: 1, pValue: 0.1 }
 */
export function mannWhitney(sums: RankSums, alternative: Alternative = 'two-sided'): TestOutcome {
  const { n, m, pairsAbove, ties } = sums;
  const exact = Math.min(n, m) <= smallSide && ties === 0 && n * m <= mostPairs;
  const tailOf = (pairs: number): number => (exact ? exactUpperTail(pairs, n, m) : normalTail(pairs, sums));
  const statistic = 1 - (2 * pairsAbove) / n / m;
  const lower = pairsAbove;
  const higher = n * m - pairsAbove;
  if (alternative === 'current-higher') return { statistic, pValue: tailOf(higher) };
  if (alternative === 'current-lower') return { statistic, pValue: tailOf(lower) };
  return { statistic, pValue: Math.min(1, 2 * tailOf(Math.max(lower, higher))) };
}
