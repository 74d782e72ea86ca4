import { defineMetric } from '../defineMetric.ts';
import { classCounts } from './classCounts.ts';

/**
 * The correlation of true and predicted classes (Matthews; for more than two classes Gorodkin's generalisation).
 *
 * Must be true: a matrix of true (first index) and predicted classes with at least one row.
 * Returns a number in [−1, 1]: 1 is all right, 0 no better than chance. None where all rows are of one class or all are
 * predicted to be.
 * Throws nothing.
 *
 * Source: B. W. Matthews (1975); J. Gorodkin (2004); scikit-learn `matthews_corrcoef`, which gives 0 where there is none.
 *
 * @example mcc.compute(classificationEvidenceOf([[3, 1], [2, 4]])) // → 0.408248290464
 */
export const mcc = defineMetric({
  id: 'mcc',
  task: 'classification',
  label: 'Matthews correlation',
  aliases: ['MCC', 'matthews_corrcoef', 'phi coefficient'],
  better: 'higher',
  summary: 'The correlation of true and predicted classes, fair also where classes are of unequal size.',
  compute: ({ matrix, weight }) => {
    let [right, both, truths, guesses] = [0, 0, 0, 0];
    matrix.forEach((_, index) => {
      const { truePositives, falsePositives, falseNegatives } = classCounts(matrix, index);
      const [actual, predicted] = [(truePositives + falseNegatives) / weight, (truePositives + falsePositives) / weight];
      right += truePositives / weight;
      both += actual * predicted;
      truths += actual * (1 - actual);
      guesses += predicted * (1 - predicted);
    });
    if (truths === 0 || guesses === 0) return { none: 'one-class' };
    return (right - both) / Math.sqrt(truths * guesses);
  },
});
