import { defineMetric } from '../defineMetric.ts';
import { recallOf } from './classCounts.ts';
import { orZero, positiveOrMean } from './positiveOrMean.ts';

/**
 * The share of rows of a class that are predicted to be of it.
 *
 * Must be true: a matrix of true (first index) and predicted classes with at least one row.
 * Returns a share in [0, 1] for the positive class, none where no row is of it; without one the mean over classes.
 * Throws nothing.
 *
 * Source: C. J. van Rijsbergen (1979), Information Retrieval; scikit-learn `recall_score`, binary or macro.
 *
 * @example recall.compute(classificationEvidenceOf([[3, 1], [2, 4]])) // → 0.666666666667
 */
export const recall = defineMetric({
  id: 'recall',
  task: 'classification',
  label: 'Recall',
  aliases: ['recall_score', 'sensitivity', 'true positive rate', 'TPR'],
  better: 'higher',
  summary: 'Of the rows that are positive, the share that is found.',
  compute: (evidence) => positiveOrMean(evidence, recallOf),
  compat: {
    evidently: {
      difference: {
        ours: 'of a class that never came true it is absent, with its reason; 0 in a mean over classes',
        theirs: '0',
        why: 'a number that does not exist should not look like a bad one',
      },
      compute: (evidence) => orZero(positiveOrMean(evidence, recallOf)),
    },
  },
});
