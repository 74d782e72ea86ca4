import { defineMetric } from '../defineMetric.ts';

/**
 * The sample standard deviation of prediction − target. Weights do not change it: how many rows weights stand for is not known.
 *
 * Must be true: at least one row.
 * Returns a number of at least 0 in the units of the target (n − 1 below the line); none for a single row.
 * Throws nothing.
 *
 * Source: elementary.
 *
 * @example errorStandardDeviation.compute(regressionEvidenceOf([1, 2, 3], [2, 2, 2])) // → 1
 */
export const errorStandardDeviation = defineMetric({
  id: 'error-standard-deviation',
  task: 'regression',
  label: 'Standard deviation of the error',
  aliases: ['error_std'],
  better: 'lower',
  summary: 'How much errors differ from their own mean.',
  compute: ({ unweightedErrors, rows }) =>
    rows < 2 ? { none: 'too-few-rows' } : Math.sqrt(unweightedErrors.squaredDeviations / (rows - 1)),
});
