import { defineMetric } from '../defineMetric.ts';

/**
 * The mean of (probability − outcome)², the outcome being 1 for the positive class and 0 for the other.
 *
 * Must be true: probabilities of the positive class in [0, 1]; at least one row.
 * Returns a number in [0, 1]; 0.25 is what 0.5 for every row gets. With several classes the sum over them, in [0, 2].
 * Throws nothing.
 *
 * Source: G. W. Brier (1950); scikit-learn `brier_score_loss`.
 *
 * @example brier.compute(scoredEvidenceOf([1, 0], [0.8, 0.4])) // → 0.1
 */
export const brier = defineMetric({
  id: 'brier',
  task: 'classification',
  label: 'Brier score',
  aliases: ['brier_score_loss'],
  better: 'lower',
  summary: 'The mean squared distance of the probability from what came true (0 or 1).',
  compute: ({ scores, classScores, weight }) => {
    if (classScores !== undefined && classScores !== null) return classScores.reduce((sum, each) => sum + each.squaredErrorSum, 0) / weight;
    return scores === null ? { none: 'needs-probabilities' } : scores.squaredErrorSum / weight;
  },
});
