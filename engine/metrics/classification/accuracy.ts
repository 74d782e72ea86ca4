import { defineMetric } from '../defineMetric.ts';

/**
 * The share of rows on the diagonal of the confusion matrix.
 *
 * Must be true: a matrix of true (first index) and predicted classes with at least one row.
 * Returns a share in [0, 1].
 * Throws nothing.
 *
 * Source: elementary; scikit-learn `accuracy_score`.
 *
 * @example accuracy.compute(classificationEvidenceOf([[3, 1], [2, 4]])) // → 0.7
 */
export const accuracy = defineMetric({
  id: 'accuracy',
  task: 'classification',
  label: 'Accuracy',
  aliases: ['accuracy_score'],
  better: 'higher',
  summary: 'The share of rows whose class is predicted right.',
  compute: ({ matrix, weight }) => matrix.reduce((sum, counts, index) => sum + (counts[index] ?? 0), 0) / weight,
});
