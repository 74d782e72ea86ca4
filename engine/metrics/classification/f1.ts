import { defineMetric } from '../defineMetric.ts';
import { f1Of } from './classCounts.ts';
import { orZero, positiveOrMean } from './positiveOrMean.ts';

/**
 * The harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN).
 *
 * Must be true: a matrix of true (first index) and predicted classes with at least one row.
 * Returns a share in [0, 1] for the positive class, none where it neither occurs nor is predicted; without one the mean over classes.
 * Throws nothing.
 *
 * Source: C. J. van Rijsbergen (1979), Information Retrieval; scikit-learn `f1_score`, binary or macro.
 *
 * @example f1.compute(classificationEvidenceOf([[3, 1], [2, 4]])) // → 0.727272727273
 */
export const f1 = defineMetric({
  id: 'f1',
  task: 'classification',
  label: 'F1',
  aliases: ['F1 score', 'f1_score'],
  better: 'higher',
  summary: 'The harmonic mean of precision and recall.',
  compute: (evidence) => positiveOrMean(evidence, f1Of),
  compat: {
    evidently: {
      difference: {
        ours: 'of a class that neither came true nor was predicted it is absent, with its reason; 0 in a mean over classes',
        theirs: '0',
        why: 'a number that does not exist should not look like a bad one',
      },
      compute: (evidence) => orZero(positiveOrMean(evidence, f1Of)),
    },
  },
});
