import type { ClassCounts } from '../classification/classCounts.ts';
import type { MetricValue } from '../defineMetric.ts';
import { defineFairnessMetric } from './defineFairnessMetric.ts';
import { both, lowestOverHighest } from './disparities.ts';
import { groupRates, rateValue } from './groupRates.ts';

/**
 * The rate at which one group is predicted to be positive over that of another.
 *
 * Must be true: counts of at least one row in each group.
 * Returns a ratio in [0, 1] between groups, from 0 on against the privileged one (below 1: the others are selected less
 * often); none where the lower term of the ratio is 0.
 * Throws nothing.
 *
 * Source: M. Feldman et al. (2015), Certifying and removing disparate impact; AIF360, Fairlearn.
 *
 * @example disparateImpact.between([groupCountsOf([40, 10, 20, 30]), groupCountsOf([15, 5, 25, 55])]) // → 0.4
 */
export const disparateImpact = defineFairnessMetric({
  id: 'disparate-impact',
  label: 'Disparate impact',
  aliases: ['statistical parity ratio', 'demographic_parity_ratio'],
  better: 'nearer-one',
  summary: 'How often one group is selected over how often another is.',
  between: (groups) => lowestOverHighest(groups, groupRates.selectionRate),
  against: (others, privileged) => {
    const rate = (group: ClassCounts): MetricValue => rateValue(groupRates.selectionRate(group));
    const base = rate(privileged);
    return base === 0 ? { none: 'none-selected' } : both(rate(others), base, (a, b) => a / b);
  },
});
