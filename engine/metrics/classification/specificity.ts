import { defineMetric } from '../defineMetric.ts';
import { specificityOf } from './classCounts.ts';
import { positiveOrMean } from './positiveOrMean.ts';

/**
 * The share of rows not of a class that are not predicted to be of it.
 *
 * Must be true: a matrix of true (first index) and predicted classes with at least one row.
 * Returns a share in [0, 1] for the positive class, none where every row is of it; without one the mean over classes.
 * Throws nothing.
 *
 * Source: J. Yerushalmy (1947), Public Health Reports 62.
 *
 * @example specificity.compute(classificationEvidenceOf([[3, 1], [2, 4]])) // → 0.75
 */
export const specificity = defineMetric({
  id: 'specificity',
  task: 'classification',
  label: 'Specificity',
  aliases: ['true negative rate', 'TNR'],
  better: 'higher',
  summary: 'Of the rows that are not positive, the share that is predicted so.',
  compute: (evidence) => positiveOrMean(evidence, specificityOf),
});
