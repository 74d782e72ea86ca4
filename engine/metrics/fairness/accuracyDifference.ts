import { defineFairnessMetric } from './defineFairnessMetric.ts';
import { difference, spread } from './disparities.ts';
import { groupRates } from './groupRates.ts';

/**
 * How much more often one group is predicted rightly than another.
 *
 * Must be true: counts of at least one row in each group.
 * Returns a difference in [0, 1] between groups, in [−1, 1] against the privileged one (below 0: the others are
 * predicted worse).
 * Throws nothing.
 *
 * Source: R. Berk et al. (2018), Fairness in criminal justice risk assessments.
 *
 * @example accuracyDifference.between([groupCountsOf([40, 10, 20, 30]), groupCountsOf([15, 5, 25, 55])]) // → 0
 */
export const accuracyDifference = defineFairnessMetric({
  id: 'accuracy-difference',
  label: 'Accuracy difference',
  aliases: ['overall accuracy equality'],
  better: 'nearer-zero',
  summary: 'How much more often one group is predicted rightly than another.',
  between: (groups) => spread(groups, groupRates.accuracy),
  against: (others, privileged) => difference(others, privileged, groupRates.accuracy),
});
