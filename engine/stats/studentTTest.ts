import type { TestOutcome } from './chiSquareGoodnessOfFit.ts';
import type { Alternative } from './mannWhitney.ts';
import type { SampleMoments } from './moments.ts';
import { studentUpperTail } from './studentUpperTail.ts';

/** The statistic where the means differ and nothing varies, in place of infinity. */
const certain = Number.MAX_VALUE;

/**
 * Student's test of whether two samples have one mean, with pooled variance.
 *
 * Must be true: neither sample is empty.
 * Returns t = (reference − current) / √(s² (1/n + 1/m)) and its p-value with n + m − 2 degrees of freedom. With one
 * value a side, or where means or variances overflow (values beyond 1e154), there is nothing to test: statistic 0, p 1.
 * The same where nothing varies and the means are equal; where they differ p is 0, or 1 against the other side.
 * Throws nothing.
 *
 * Source: Student (1908), The probable error of a mean; SciPy's ttest_ind.
 *
 * @example studentTTest({ n: 3, mean: 1, squaredDeviations: 2 }, { n: 3, mean: 2, squaredDeviations: 2 }).statistic // → -1.224744871391589
 */
export function studentTTest(reference: SampleMoments, current: SampleMoments, alternative: Alternative = 'two-sided'): TestOutcome {
  const degrees = reference.n + current.n - 2;
  const gap = reference.mean - current.mean;
  const variance = (reference.squaredDeviations + current.squaredDeviations) / degrees;
  const unknown = degrees < 1 || !Number.isFinite(gap) || !Number.isFinite(variance);
  if (unknown || (gap === 0 && variance === 0)) return { statistic: 0, pValue: 1 };
  const scale = Math.sqrt(variance) * Math.sqrt(1 / reference.n + 1 / current.n);
  const statistic = Math.min(certain, Math.max(-certain, gap / scale));
  if (alternative === 'two-sided') return { statistic, pValue: Math.min(1, 2 * studentUpperTail(Math.abs(statistic), degrees)) };
  return { statistic, pValue: studentUpperTail(alternative === 'current-higher' ? -statistic : statistic, degrees) };
}
