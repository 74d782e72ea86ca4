import { defineMetric } from '../defineMetric.ts';

/**
 * The mean of |prediction − target| / |target| over rows whose target is not 0.
 *
 * Must be true: at least one row.
 * Returns a share of at least 0 (0.1 is 10 %), or none where every target is 0.
 * Throws nothing.
 *
 * Source: elementary; scikit-learn's `mean_absolute_percentage_error` where no target is 0.
 *
 * @example mape.compute(regressionEvidenceOf([-2, 0, 4], [-1, 9, 5])) // → 0.375
 */
export const mape = defineMetric({
  id: 'mape',
  task: 'regression',
  label: 'Mean absolute percentage error',
  aliases: ['MAPE', 'mean_absolute_percentage_error'],
  better: 'lower',
  summary: 'How far off a prediction is on average, as a share of the size of the target; targets of 0 are left out.',
  compute: ({ relative }) => (relative.weight === 0 ? { none: 'all-targets-zero' } : relative.sum / relative.weight),
  compat: {
    evidently: {
      difference: {
        ours: 'divides by the size of the target, leaves targets of 0 out and counts them; a share',
        theirs: 'divides by the target, at least 2.2e-16; per cent (here a share all the same)',
        why: 'one target below 0 makes theirs 1e17',
      },
      compute: ({ weight, relativeToTarget }) => (relativeToTarget ?? 0) / weight,
    },
  },
});
