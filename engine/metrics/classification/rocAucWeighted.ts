import { defineMetric } from '../defineMetric.ts';
import { rocAucOf } from './scoreNumbers.ts';

/**
 * With several classes, the area under the ROC curve of each against all others, averaged by how many rows are of it.
 *
 * Must be true: a probability in [0, 1] a class; at least one row.
 * Returns a share in [0, 1]; 0.5 is chance. None where there are two classes, whose two areas are one number, or one.
 * Throws nothing.
 *
 * Source: T. Fawcett (2006); scikit-learn `roc_auc_score`, one-vs-rest, weighted.
 *
 * @example rocAucWeighted.compute(classScoresEvidenceOf([0, 1, 2, 2], [[0.5, 0.3, 0.2], [0.2, 0.6, 0.2], [0.5, 0.1, 0.4], [0.1, 0.4, 0.5]])) // → 0.958333333333
 */
export const rocAucWeighted = defineMetric({
  id: 'roc-auc-weighted',
  task: 'classification',
  label: 'Area under the ROC curve, by class size',
  aliases: ['ROC AUC weighted', 'roc_auc_score ovr weighted'],
  better: 'higher',
  summary: 'With several classes: the area of each against all others, averaged by their numbers of rows.',
  compute: ({ scores, classScores }) => {
    if (classScores === undefined || classScores === null) return { none: scores === null ? 'needs-probabilities' : 'two-classes' };
    const areas = classScores.flatMap((evidence) => {
      const area = rocAucOf(evidence);
      return typeof area === 'number' ? [{ area, rows: evidence.positives }] : [];
    });
    const rows = areas.reduce((sum, each) => sum + each.rows, 0);
    return rows === 0 ? { none: 'one-class' } : areas.reduce((sum, each) => sum + each.area * (each.rows / rows), 0);
  },
});
