import { defineMetric } from '../defineMetric.ts';

/**
 * The mean of −ln(probability given to the class that came true).
 *
 * Must be true: probabilities of the positive class in [0, 1]; at least one row. Probabilities are kept 2⁻⁵² away from 0 and 1.
 * Returns a number in [0, 36.05]; ln 2 is what 0.5 for every row gets.
 * Throws nothing.
 *
 * Source: I. J. Good (1952); scikit-learn `log_loss`.
 *
 * @example logLoss.compute(scoredEvidenceOf([1, 0], [0.5, 0.5])) // → 0.693147180560
 */
export const logLoss = defineMetric({
  id: 'log-loss',
  task: 'classification',
  label: 'Log loss',
  aliases: ['log_loss', 'cross-entropy'],
  better: 'lower',
  summary: 'How surprised the probabilities are by what came true; certain and wrong weighs most.',
  compute: ({ scores, classScores, weight }) => {
    if (classScores !== undefined && classScores !== null)
      return classScores.reduce((sum, each) => sum + each.positiveLogLossSum, 0) / weight;
    return scores === null ? { none: 'needs-probabilities' } : scores.logLossSum / weight;
  },
});
