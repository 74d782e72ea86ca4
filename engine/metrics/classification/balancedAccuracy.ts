import { defineMetric } from '../defineMetric.ts';
import { classCounts, recallOf } from './classCounts.ts';

/**
 * The mean of the recalls of the classes that occur as truth.
 *
 * Must be true: a matrix of true (first index) and predicted classes with at least one row.
 * Returns a share in [0, 1]; 1/k is what a blind guess among k classes gets. None where there is one true class.
 * Throws nothing.
 *
 * Source: K. H. Brodersen et al. (2010); scikit-learn `balanced_accuracy_score`.
 *
 * @example balancedAccuracy.compute(classificationEvidenceOf([[3, 1], [2, 4]])) // → 0.708333333333
 */
export const balancedAccuracy = defineMetric({
  id: 'balanced-accuracy',
  task: 'classification',
  label: 'Balanced accuracy',
  aliases: ['balanced_accuracy_score'],
  better: 'higher',
  summary: 'The mean over classes of the share of their rows that is predicted right.',
  compute: ({ matrix }) => {
    const recalls = matrix.map((_, index) => recallOf(classCounts(matrix, index))).filter((value) => typeof value === 'number');
    if (recalls.length < 2) return { none: 'one-class' };
    return recalls.reduce((sum, value) => sum + value, 0) / recalls.length;
  },
});
