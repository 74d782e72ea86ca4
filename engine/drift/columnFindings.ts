import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { Finding } from '#shared/domain/report.ts';
import { formatCount, formatShare } from '#shared/text/formatNumber.ts';
import type { CategoryColumn } from './categoryColumn.ts';
import type { PlannedColumn } from './planColumns.ts';
import type { NumericSummary } from './summariseNumbers.ts';

const farOutsideShare = 0.01;
const largestExactInteger = 2 ** 53;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => (name === '' ? '(empty)' : name));
  return names.length > 3 ? `${shown.join(', ')} and ${names.length - 3} more` : shown.join(', ');
}

/** Categories that only one side has. */
export function categoryFindings(column: string, categories: CategoryColumn): Finding[] {
  const { values, counts, reference, current } = categories;
  if (values === null || reference.valid === 0 || current.valid === 0) return [];
  const fresh = values.filter((_, i) => counts.reference[i] === 0 && counts.current[i]! > 0);
  const gone = values.filter((_, i) => counts.current[i] === 0 && counts.reference[i]! > 0);
  const rows = (names: readonly string[], side: Float64Array): number => {
    const wanted = new Set(names);
    return values.reduce((total, value, i) => total + (wanted.has(value) ? side[i]! : 0), 0);
  };
  const findings: Finding[] = [];
  if (fresh.length > 0) {
    const share = formatShare(rows(fresh, counts.current) / current.valid);
    findings.push({
      severity: 'attention',
      code: 'new-categories',
      column,
      sentence: `${fresh.length === 1 ? 'A category is' : `${formatCount(fresh.length)} categories are`} new in current (${share} of its values): ${listed(fresh)}.`,
    });
  }
  if (gone.length > 0) {
    const share = formatShare(rows(gone, counts.reference) / reference.valid);
    findings.push({
      severity: 'note',
      code: 'vanished-categories',
      column,
      sentence: `${gone.length === 1 ? 'A category of the reference is' : `${formatCount(gone.length)} categories of the reference are`} gone (${share} of its values): ${listed(gone)}.`,
    });
  }
  return findings;
}

function beyondRange(column: string, summary: NumericSummary): Finding[] {
  const { currentAboveReference, currentBelowReference } = summary.merged;
  const share = currentAboveReference + currentBelowReference;
  if (share < farOutsideShare) return [];
  const above = currentAboveReference >= currentBelowReference;
  const sentence = `${formatShare(share)} of the current values lie outside the range of the reference, most of them ${above ? 'above' : 'below'} it.`;
  return [{ severity: 'attention', code: 'beyond-reference-range', column, sentence }];
}

function infinite(column: string, summary: NumericSummary): Finding[] {
  const count = (side: 'reference' | 'current'): number => summary[side].positiveInfinity + summary[side].negativeInfinity;
  if (count('reference') + count('current') === 0) return [];
  const sentence = `It holds infinite values (reference ${formatCount(count('reference'))}, current ${formatCount(count('current'))}); they are left out of the statistics.`;
  return [{ severity: 'attention', code: 'infinite-values', column, sentence }];
}

function largeIntegers(plan: PlannedColumn, summary: NumericSummary): Finding[] {
  const integer = plan.reference?.family === 'integer' || plan.current?.family === 'integer';
  const reach = (side: 'reference' | 'current'): number =>
    summary[side].n === 0 ? 0 : Math.max(Math.abs(summary[side].min), Math.abs(summary[side].max));
  if (!integer || Math.max(reach('reference'), reach('current')) <= largestExactInteger) return [];
  const sentence =
    'It holds integers beyond 9,007,199,254,740,992; they are rounded to the nearest double, so that neighbours may count as one value.';
  return [{ severity: 'note', code: 'large-integers', column: plan.column, sentence }];
}

export function numericFindings(plan: PlannedColumn, summary: NumericSummary, drawsOnRange: boolean): Finding[] {
  const { column } = plan;
  return [...infinite(column, summary), ...(drawsOnRange ? beyondRange(column, summary) : []), ...largeIntegers(plan, summary)];
}

/** A share of missing values that rose by five points, or doubled to at least one per cent. */
export function missingFindings(column: string, reference: ColumnProfile | null, current: ColumnProfile | null): Finding[] {
  const before = reference?.missingShare ?? null;
  const after = current?.missingShare ?? null;
  if (before === null || after === null) return [];
  const rose = after - before >= 0.05 || (after >= 0.01 && after >= 2 * before);
  if (!rose) return [];
  const sentence = `The share of missing values rose from ${formatShare(before)} to ${formatShare(after)}.`;
  return [{ severity: 'attention', code: 'missing-share-rose', column, sentence }];
}
