import type { ErrorBin } from '#shared/domain/errorByFeature.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import { labelExpression } from '../data/evidence/labels.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { quoteText } from '../data/quote.ts';

const cutShares = [0.05, 0.25, 0.5, 0.75, 0.95];
const mostCategories = 12;

/** A feature cut into bins. The last bin is that of missing values. */
export interface BinnedFeature {
  readonly feature: string;
  readonly kind: 'numeric' | 'categorical';
  readonly bins: readonly ErrorBin[];
  /** Of numbers: the bin of a value is the number of cuts that it reaches. */
  readonly cuts: readonly number[];
  /** SQL of a number, or of the place of a category among the bins; null is missing. */
  expression(column: DatasetColumn): string;
}

function binnedNumbers(report: ColumnReport): BinnedFeature {
  const quantiles = (report.reference?.valid ? report.reference : report.current)?.quantiles ?? [];
  const values = quantiles.flatMap(({ share, value }) => (cutShares.includes(share) && typeof value === 'number' ? [value] : []));
  const cuts = [...new Set(values)].sort((a, b) => a - b);
  const ranges = Array.from({ length: cuts.length + 1 }, (_, i): ErrorBin => {
    const [from, to] = [cuts[i - 1], cuts[i]];
    return { kind: 'range', ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  });
  return {
    feature: report.column,
    kind: 'numeric',
    bins: [...ranges, { kind: 'missing' }],
    cuts,
    expression: (column) => numberExpression(column, 'numeric'),
  };
}

function binnedCategories(report: ColumnReport, settings: ReportSettings): BinnedFeature {
  const drawn = report.histogram?.kind === 'categories' ? report.histogram.categories : [];
  const common = drawn
    .toSorted((a, b) => b.reference + b.current - a.reference - a.current || (a.value < b.value ? -1 : 1))
    .slice(0, mostCategories);
  const form = { truthAsNumber: false, emptyIsMissing: settings.missing.includes('empty-string') };
  const places = common.map(({ value }, i) => `when ${quoteText(value)} then ${i}`).join(' ');
  return {
    feature: report.column,
    kind: 'categorical',
    bins: [...common.map(({ value }): ErrorBin => ({ kind: 'value', value })), { kind: 'other' }, { kind: 'missing' }],
    cuts: [],
    expression: (column) => {
      const label = labelExpression(column, form);
      const place = places === '' ? '0' : `case ${label} ${places} else ${common.length} end`;
      return `case when ${label} is not null then ${place} end`;
    },
  };
}

/** The features of a report whose values can be cut: numbers at quantiles of the reference, categories as they are. */
export function binFeatures(columns: readonly ColumnReport[], settings: ReportSettings): BinnedFeature[] {
  return columns.flatMap((report): BinnedFeature[] => {
    if (report.role !== 'feature') return [];
    if (report.kind === 'numeric') return [binnedNumbers(report)];
    return report.kind === 'categorical' ? [binnedCategories(report, settings)] : [];
  });
}
