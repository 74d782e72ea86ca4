import { defineFairnessMetric } from './defineFairnessMetric.ts';
import { difference, spread } from './disparities.ts';
import { groupRates } from './groupRates.ts';

/**
 * How much more often a positive prediction is right in one group than in another.
 *
 * Must be true: counts of at least one row in each group.
 * Returns a difference in [0, 1] between groups, in [−1, 1] against the privileged one (below 0: the others are wrongly
 * selected more often).
 * Throws nothing.
 *
 * Source: A. Chouldechova (2017), Fair prediction with disparate impact.
 *
 * @example predictiveParityDifference.between([groupCountsOf([40, 10, 20, 30]), groupCountsOf([15, 5, 25, 55])]) // → 0.05
 */
export const predictiveParityDifference = defineFairnessMetric({
  id: 'predictive-parity-difference',
  label: 'Predictive parity difference',
  aliases: ['precision difference', 'predictive value difference'],
  better: 'nearer-zero',
  summary: 'How much more often a yes is right in one group than in another.',
  between: (groups) => spread(groups, groupRates.precision),
  against: (others, privileged) => difference(others, privileged, groupRates.precision),
});
