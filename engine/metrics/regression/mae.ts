import { defineMetric } from '../defineMetric.ts';

/**
 * The mean of |prediction − target|.
 *
 * Must be true: at least one row.
 * Returns a number of at least 0 in the units of the target; 0 only where every prediction is right.
 * Throws nothing.
 *
 * Source: elementary; scikit-learn `mean_absolute_error`.
 *
 * @example mae.compute(regressionEvidenceOf([1, 2, 3], [2, 2, 2])) // → 0.666666666667
 */
export const mae = defineMetric({
  id: 'mae',
  task: 'regression',
  label: 'Mean absolute error',
  aliases: ['MAE', 'mean_absolute_error'],
  better: 'lower',
  summary: 'How far off a prediction is on average, in the units of the target.',
  compute: ({ absoluteErrorSum, weight }) => absoluteErrorSum / weight,
});
