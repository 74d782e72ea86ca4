import { defineMetric } from '../defineMetric.ts';

/**
 * The largest |prediction − target|.
 *
 * Must be true: at least one row.
 * Returns a number of at least 0 in the units of the target.
 * Throws nothing.
 *
 * Source: elementary; scikit-learn `max_error`.
 *
 * @example maxError.compute(regressionEvidenceOf([1, 2, 3], [2, 2, -1])) // → 4
 */
export const maxError = defineMetric({
  id: 'max-error',
  task: 'regression',
  label: 'Largest absolute error',
  aliases: ['abs_error_max', 'AbsMaxError', 'max_error'],
  better: 'lower',
  summary: 'The error of the one row that is furthest off.',
  compute: ({ smallestError, largestError }) => Math.max(Math.abs(smallestError), Math.abs(largestError)),
});
