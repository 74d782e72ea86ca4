import { defineMetric } from '../defineMetric.ts';
import { meanOverScores } from './meanOverScores.ts';
import { averagePrecisionOf } from './scoreNumbers.ts';

/**
 * The sum over distinct probabilities, from the highest down, of the recall gained times the precision reached.
 *
 * Must be true: probabilities of the positive class in [0, 1]; at least one row.
 * Returns a share in (0, 1]; the share of positives is chance; with several classes the mean over those that occur. None where
 * no row is positive.
 * Throws nothing.
 *
 * Source: scikit-learn `average_precision_score`; no interpolation.
 *
 * @example averagePrecision.compute(scoredEvidenceOf([1, 0, 1, 0], [0.9, 0.4, 0.4, 0.1])) // → 0.833333333333
 */
export const averagePrecision = defineMetric({
  id: 'average-precision',
  task: 'classification',
  label: 'Average precision',
  aliases: ['average_precision_score', 'PR AUC'],
  better: 'higher',
  summary: 'The mean precision over all positives found one by one from the highest probability down.',
  compute: (evidence) => meanOverScores(evidence, averagePrecisionOf),
});
