import { defineMetric } from '../defineMetric.ts';

/**
 * The square root of the mean of (prediction − target)².
 *
 * Must be true: at least one row; squared deviations are about the mean error, which is added back.
 * Returns a number of at least 0 in the units of the target, never below the mean absolute error.
 * Throws nothing.
 *
 * Source: elementary; scikit-learn `mean_squared_error` and its root.
 *
 * @example rmse.compute(regressionEvidenceOf([1, 2, 3], [2, 2, 1])) // → 1.29099444873581
 */
export const rmse = defineMetric({
  id: 'rmse',
  task: 'regression',
  label: 'Root mean squared error',
  aliases: ['RMSE', 'root_mean_squared_error'],
  better: 'lower',
  summary: 'How far off predictions are, with large errors weighing more.',
  compute: ({ errors, weight }) => Math.hypot(errors.mean, Math.sqrt(errors.squaredDeviations / weight)),
});
