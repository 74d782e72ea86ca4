import { defineFairnessMetric } from './defineFairnessMetric.ts';
import { difference, spread } from './disparities.ts';
import { groupRates } from './groupRates.ts';

/**
 * How much more often one group is predicted to be positive than another, whatever is true of them.
 *
 * Must be true: counts of at least one row in each group.
 * Returns a difference in [0, 1] between groups, in [−1, 1] against the privileged one (below 0: the others are selected
 * less often).
 * Throws nothing.
 *
 * Source: C. Dwork et al. (2012), Fairness through awareness; AIF360, Fairlearn.
 *
 * @example statisticalParityDifference.between([groupCountsOf([40, 10, 20, 30]), groupCountsOf([15, 5, 25, 55])]) // → 0.3
 */
export const statisticalParityDifference = defineFairnessMetric({
  id: 'statistical-parity-difference',
  label: 'Statistical parity difference',
  aliases: ['demographic_parity_difference', 'demographic parity'],
  better: 'nearer-zero',
  summary: 'How much more often one group is selected than another.',
  between: (groups) => spread(groups, groupRates.selectionRate),
  against: (others, privileged) => difference(others, privileged, groupRates.selectionRate),
});
