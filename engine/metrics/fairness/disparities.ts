import type { ClassCounts } from '../classification/classCounts.ts';
import type { MetricValue } from '../defineMetric.ts';
import { rateValue, type RateOf } from './groupRates.ts';

/** The lowest and the highest rate over the groups that have it; none where fewer than two do. */
function ends(groups: readonly ClassCounts[], rate: RateOf): readonly [number, number] | Exclude<MetricValue, number> {
  const values = groups.map((group) => rateValue(rate(group)));
  const known = values.filter((value) => typeof value === 'number');
  if (known.length >= 2) return [Math.min(...known), Math.max(...known)];
  return values.find((value) => typeof value !== 'number') ?? { none: 'one-group' };
}

/** The highest rate less the lowest one. */
export function spread(groups: readonly ClassCounts[], rate: RateOf): MetricValue {
  const found = ends(groups, rate);
  return 'none' in found ? found : found[1] - found[0];
}

/** The lowest rate over the highest one. */
export function lowestOverHighest(groups: readonly ClassCounts[], rate: RateOf): MetricValue {
  const found = ends(groups, rate);
  if ('none' in found) return found;
  return found[1] === 0 ? { none: 'none-selected' } : found[0] / found[1];
}

/** A rate of the other groups less that of the privileged one. */
export function difference(others: ClassCounts, privileged: ClassCounts, rate: RateOf): MetricValue {
  const [a, b] = [rateValue(rate(others)), rateValue(rate(privileged))];
  if (typeof a !== 'number') return a;
  return typeof b === 'number' ? a - b : b;
}

/** Two numbers made one; the first that is absent is the reason. */
export function both(a: MetricValue, b: MetricValue, combine: (a: number, b: number) => number): MetricValue {
  if (typeof a !== 'number') return a;
  return typeof b === 'number' ? combine(a, b) : b;
}
