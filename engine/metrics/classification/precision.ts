import { defineMetric } from '../defineMetric.ts';
import { precisionOf } from './classCounts.ts';
import { orZero, positiveOrMean } from './positiveOrMean.ts';

/**
 * The share of rows predicted to be of a class that are of it.
 *
 * Must be true: a matrix of true (first index) and predicted classes with at least one row.
 * Returns a share in [0, 1] for the positive class, none where it is never predicted; without one the mean over classes.
 * Throws nothing.
 *
 * Source: C. J. van Rijsbergen (1979), Information Retrieval; scikit-learn `precision_score`, binary or macro.
 *
 * @example precision.compute(classificationEvidenceOf([[3, 1], [2, 4]])) // → 0.8
 */
export const precision = defineMetric({
  id: 'precision',
  task: 'classification',
  label: 'Precision',
  aliases: ['precision_score', 'positive predictive value'],
  better: 'higher',
  summary: 'Of the rows predicted to be positive, the share that are.',
  compute: (evidence) => positiveOrMean(evidence, precisionOf),
  compat: {
    evidently: {
      difference: {
        ours: 'of a class that is never predicted it is absent, with its reason; 0 in a mean over classes',
        theirs: '0',
        why: 'a number that does not exist should not look like a bad one',
      },
      compute: (evidence) => orZero(positiveOrMean(evidence, precisionOf)),
    },
  },
});
