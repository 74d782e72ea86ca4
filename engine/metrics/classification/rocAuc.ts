import { defineMetric } from '../defineMetric.ts';
import { meanOverScores } from './meanOverScores.ts';
import { rocAucOf } from './scoreNumbers.ts';

/**
 * The share of pairs of a positive and a negative row in which the positive one has the higher probability; ties count half.
 *
 * Must be true: probabilities of the positive class in [0, 1]; at least one row.
 * Returns a share in [0, 1]; 0.5 is chance; with several classes the mean of each against all others. None where there is one
 * true class.
 * Throws nothing.
 *
 * Source: J. A. Hanley and B. J. McNeil (1982); scikit-learn `roc_auc_score`, one-vs-rest, macro.
 *
 * @example rocAuc.compute(scoredEvidenceOf([1, 0, 1, 0], [0.9, 0.4, 0.4, 0.1])) // → 0.875
 */
export const rocAuc = defineMetric({
  id: 'roc-auc',
  task: 'classification',
  label: 'Area under the ROC curve',
  aliases: ['ROC AUC', 'roc_auc_score', 'AUC'],
  better: 'higher',
  summary: 'How often a positive row has the higher probability than a negative one; 0.5 is chance.',
  compute: (evidence) => meanOverScores(evidence, rocAucOf),
});
