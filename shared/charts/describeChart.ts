import type { ColumnProfile } from '../domain/profile.ts';
import type { ColumnReport } from '../domain/report.ts';
import { formatNumber, formatShare } from '../text/formatNumber.ts';
import { categoryRows } from './categoryChart.ts';

function medianOf(profile: ColumnProfile): string | null {
  const median = profile.quantiles.find(({ share }) => share === 0.5)?.value;
  if (median === undefined) return null;
  return typeof median === 'number' ? formatNumber(median) : median;
}

/** What a picture shows, for those who cannot see it; the numbers are in the tables beside it. */
export function describeChart(column: Pick<ColumnReport, 'column' | 'histogram' | 'reference' | 'current'>): string {
  const { histogram, reference, current } = column;
  if (histogram === null) return `There is no picture of ${column.column}.`;
  if (histogram.kind === 'categories') {
    const [first] = categoryRows(histogram);
    const most =
      first === undefined
        ? ''
        : ` Most common: ${first.name}, reference ${formatShare(first.reference)}, current ${formatShare(first.current)}.`;
    return `Shares of the categories of ${column.column} on both sides.${most}`;
  }
  const medians = (['reference', 'current'] as const).flatMap((side) => {
    const profile = side === 'reference' ? reference : current;
    const median = profile === null ? null : medianOf(profile);
    return median === null ? [] : [`${side} median ${median}`];
  });
  return `Distribution of ${column.column} on both sides${medians.length > 0 ? `: ${medians.join(', ')}` : ''}.`;
}
