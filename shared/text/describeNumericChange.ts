import type { ColumnProfile } from '../domain/profile.ts';
import { formatNumber } from './formatNumber.ts';
import { quantileOf } from './quantileOf.ts';

interface Fact {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Size of the change in reference standard deviations. */
  readonly size: number;
}

/** Changes in reference standard deviations: smaller ones are not worth telling; a median's from the second on always is. */
const telling = 0.02;
const plainlyTelling = 0.2;

function facts(reference: ColumnProfile, current: ColumnProfile): Fact[] {
  const spread = reference.standardDeviation ?? 0;
  const named: [string, number | null, number | null][] = [
    ['median', quantileOf(reference, 0.5), quantileOf(current, 0.5)],
    ['mean', reference.mean, current.mean],
    ['standard deviation', reference.standardDeviation, current.standardDeviation],
    ['95 % quantile', quantileOf(reference, 0.95), quantileOf(current, 0.95)],
    ['5 % quantile', quantileOf(reference, 0.05), quantileOf(current, 0.05)],
  ];
  return named.flatMap(([name, from, to]) => {
    if (from === null || to === null) return [];
    const change = Math.abs(to - from);
    return [{ name, from, to, size: change === 0 ? 0 : spread > 0 ? change / spread : Infinity }];
  });
}

/** Two numbers with as many digits as it takes to tell them apart. */
export function formatApart(from: number, to: number): [string, string] {
  for (let digits = 3; digits < 9; digits += 1) {
    const pair: [string, string] = [formatNumber(from, digits), formatNumber(to, digits)];
    if (pair[0] !== pair[1]) return pair;
  }
  return [formatNumber(from, 17), formatNumber(to, 17)];
}

/** The change of a numeric column that says most: the median's, unless it is small and another's more than twice as large. */
export function describeNumericChange(reference: ColumnProfile, current: ColumnProfile): string {
  const all = facts(reference, current);
  const median = all[0];
  if (median === undefined) return '';
  const largest = all.reduce((best, fact) => (fact.size > best.size ? fact : best), median);
  if (largest.size < telling) {
    const [from, to] = formatApart(median.from, median.to);
    if (median.from === median.to || median.size < 1e-3) return `The median stayed at ${formatNumber(median.to)}.`;
    return `The median hardly moved, from ${from} to ${to}.`;
  }
  const chosen = median.size >= plainlyTelling || median.size * 2 >= largest.size ? median : largest;
  const [from, to] = formatApart(chosen.from, chosen.to);
  return `The ${chosen.name} ${chosen.to > chosen.from ? 'rose' : 'fell'} from ${from} to ${to}.`;
}
