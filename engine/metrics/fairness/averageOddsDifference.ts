import { defineFairnessMetric } from './defineFairnessMetric.ts';
import { both, difference, spread } from './disparities.ts';
import { groupRates } from './groupRates.ts';

/**
 * The mean of the differences in true and in false positive rate.
 *
 * Must be true: counts of at least one row in each group.
 * Returns a difference in [0, 1] between groups, in [−1, 1] against the privileged one (below 0: the others are selected
 * less often).
 * Throws nothing.
 *
 * Source: R. K. E. Bellamy et al. (2018), AI Fairness 360; Fairlearn `equalized_odds_difference` with agg=mean.
 *
 * @example averageOddsDifference.between([groupCountsOf([40, 10, 20, 30]), groupCountsOf([15, 5, 25, 55])]) // → 0.2291666666667
 */
export const averageOddsDifference = defineFairnessMetric({
  id: 'average-odds-difference',
  label: 'Average odds difference',
  aliases: ['equalized_odds_difference, mean'],
  better: 'nearer-zero',
  summary: 'The mean of the differences in true and in false positive rate.',
  between: (groups) =>
    both(spread(groups, groupRates.truePositiveRate), spread(groups, groupRates.falsePositiveRate), (a, b) => (a + b) / 2),
  against: (others, privileged) =>
    both(
      difference(others, privileged, groupRates.truePositiveRate),
      difference(others, privileged, groupRates.falsePositiveRate),
      (a, b) => (a + b) / 2,
    ),
});
