import { momentsOf } from './moments.ts';

/**
 * The mean of a sample, the standard deviation of its values and the standard error of the mean.
 *
 * Must be true: values are finite.
 * Returns zeros for an empty sample; deviation (n − 1) and error are 0 for a single value.
 * Throws nothing.
 *
 * Source: elementary.
 *
 * @example meanAndError(Float64Array.of(1, 2, 3)) // → { n: 3, mean: 2, deviation: 1, error: 0.577350269189626 }
 */
export function meanAndError(values: Float64Array): { n: number; mean: number; deviation: number; error: number } {
  const { n, mean, squaredDeviations } = momentsOf(values);
  const deviation = n < 2 ? 0 : Math.sqrt(Math.max(0, squaredDeviations) / (n - 1));
  return { n, mean, deviation, error: n < 2 ? 0 : deviation / Math.sqrt(n) };
}
