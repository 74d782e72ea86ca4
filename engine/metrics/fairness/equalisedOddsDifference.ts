import { defineFairnessMetric } from './defineFairnessMetric.ts';
import { both, difference, spread } from './disparities.ts';
import { groupRates } from './groupRates.ts';

/**
 * The larger one of the differences in true and in false positive rate.
 *
 * Must be true: counts of at least one row in each group.
 * Returns a difference in [0, 1], by either convention.
 * Throws nothing.
 *
 * Source: M. Hardt, E. Price and N. Srebro (2016), Equality of opportunity in supervised learning; AIF360, Fairlearn.
 *
 * @example equalisedOddsDifference.between([groupCountsOf([40, 10, 20, 30]), groupCountsOf([15, 5, 25, 55])]) // → 0.291666666667
 */
export const equalisedOddsDifference = defineFairnessMetric({
  id: 'equalised-odds-difference',
  label: 'Equalised odds difference',
  aliases: ['equalized_odds_difference'],
  better: 'nearer-zero',
  summary: 'The larger one of the differences in true and in false positive rate.',
  between: (groups) => both(spread(groups, groupRates.truePositiveRate), spread(groups, groupRates.falsePositiveRate), Math.max),
  against: (others, privileged) =>
    both(
      difference(others, privileged, groupRates.truePositiveRate),
      difference(others, privileged, groupRates.falsePositiveRate),
      (a, b) => Math.max(Math.abs(a), Math.abs(b)),
    ),
});
