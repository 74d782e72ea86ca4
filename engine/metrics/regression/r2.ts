import { defineMetric } from '../defineMetric.ts';

/**
 * The coefficient of determination: 1 − Σ(prediction − target)² / Σ(target − mean target)².
 *
 * Must be true: at least one row.
 * Returns at most 1; 0 is as good as the mean of this side's targets, below 0 is worse. None for fewer than two rows
 * and where every target is the same.
 * Throws nothing.
 *
 * Source: S. Wright (1921); scikit-learn `r2_score` where it is finite without being made so.
 *
 * @example r2.compute(regressionEvidenceOf([1, 2, 3], [1, 2, 4])) // → 0.5
 */
export const r2 = defineMetric({
  id: 'r2',
  task: 'regression',
  label: 'R²',
  aliases: ['R2', 'r2_score', 'coefficient of determination'],
  better: 'higher',
  summary: 'The share of the targets’ variance that the predictions explain; 0 is no better than their mean.',
  compute: ({ errors, targets, rows, weight }) => {
    if (rows < 2) return { none: 'too-few-rows' };
    if (targets.squaredDeviations === 0) return { none: 'constant' };
    return 1 - (errors.squaredDeviations + weight * errors.mean ** 2) / targets.squaredDeviations;
  },
});
