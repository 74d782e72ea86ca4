import { defineMetric } from '../defineMetric.ts';

/**
 * The mean of prediction − target.
 *
 * Must be true: at least one row.
 * Returns a number in the units of the target: above 0 where predictions are too high on the whole.
 * Throws nothing.
 *
 * Source: elementary.
 *
 * @example meanError.compute(regressionEvidenceOf([1, 2, 3], [2, 2, 4])) // → 0.666666666667
 */
export const meanError = defineMetric({
  id: 'mean-error',
  task: 'regression',
  label: 'Mean error',
  aliases: ['ME', 'bias'],
  better: 'nearer-zero',
  summary: 'How far predictions are too high (above 0) or too low (below 0) on the whole.',
  compute: ({ errors }) => errors.mean,
});
