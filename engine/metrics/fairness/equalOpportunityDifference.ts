import { defineFairnessMetric } from './defineFairnessMetric.ts';
import { difference, spread } from './disparities.ts';
import { groupRates } from './groupRates.ts';

/**
 * How much more often one group is predicted to be positive than another, of those that are.
 *
 * Must be true: counts of at least one row in each group.
 * Returns a difference in [0, 1] between groups, in [−1, 1] against the privileged one (below 0: the others are found
 * less often).
 * Throws nothing.
 *
 * Source: M. Hardt, E. Price and N. Srebro (2016), Equality of opportunity in supervised learning; AIF360, Fairlearn.
 *
 * @example equalOpportunityDifference.between([groupCountsOf([40, 10, 20, 30]), groupCountsOf([15, 5, 25, 55])]) // → 0.291666666667
 */
export const equalOpportunityDifference = defineFairnessMetric({
  id: 'equal-opportunity-difference',
  label: 'Equal opportunity difference',
  aliases: ['equal_opportunity_difference', 'true positive rate difference'],
  better: 'nearer-zero',
  summary: 'How much more of the positives of one group are found than of another.',
  between: (groups) => spread(groups, groupRates.truePositiveRate),
  against: (others, privileged) => difference(others, privileged, groupRates.truePositiveRate),
});
