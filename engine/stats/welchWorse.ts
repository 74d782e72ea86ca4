import { studentUpperTail } from './studentUpperTail.ts';

/** A sample by its size, mean and variance (n − 1). */
export interface MeanSample {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/**
 * The chance that the mean of the first sample exceeds that of the second by so much if both came from equal means: Welch's
 * one-sided t test.
 *
 * Must be true: both have at least two values; variances are not negative.
 * Returns a p-value in [0, 1]; where no value of either differs from its mean, 0 if the first is higher and else 1.
 * Throws nothing.
 *
 * Source: B. L. Welch (1947), The generalization of Student's problem; SciPy's ttest_ind with equal_var=False,
 * alternative="greater".
 *
 * @example welchWorse({ n: 10, mean: 1.5, variance: 1 }, { n: 20, mean: 1, variance: 4 }) // → 0.184554558931
 */
export function welchWorse(first: MeanSample, second: MeanSample): number {
  const [a, b] = [first.variance / first.n, second.variance / second.n];
  if (a + b === 0) return first.mean > second.mean ? 0 : 1;
  const degreesOfFreedom = (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1));
  return Math.min(1, studentUpperTail((first.mean - second.mean) / Math.sqrt(a + b), degreesOfFreedom));
}
