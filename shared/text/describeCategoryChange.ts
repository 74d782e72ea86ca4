import type { CategoryHistogram, ColumnProfile } from '../domain/profile.ts';
import { formatCount, formatShare } from './formatNumber.ts';
import { middleEllipsis } from './middleEllipsis.ts';

/** A category as it is quoted in a sentence; the empty string has a name. */
export function quoteCategory(value: string): string {
  return value === '' ? '(empty)' : `“${middleEllipsis(value, 40)}”`;
}

function listed(values: readonly string[]): string {
  const quoted = values.slice(0, 2).map(quoteCategory).join(', ');
  return values.length > 2 ? `${quoted} and ${formatCount(values.length - 2)} more` : quoted;
}

function appearance(values: readonly string[], share: number, verb: string): string {
  if (values.length === 0) return '';
  const noun = values.length === 1 ? 'Category' : 'Categories';
  return ` ${noun} ${listed(values)} ${verb} (${formatShare(share)}).`;
}

/** The category whose share changed most, then the categories that came and went. */
export function describeCategoryChange(histogram: CategoryHistogram, reference: ColumnProfile, current: ColumnProfile): string {
  const n = Math.max(reference.valid, 1);
  const m = Math.max(current.valid, 1);
  const changes = histogram.categories.map((category) => ({
    value: category.value,
    from: category.reference / n,
    to: category.current / m,
  }));
  const largest = changes.reduce<(typeof changes)[number] | null>(
    (best, change) => (best === null || Math.abs(change.to - change.from) > Math.abs(best.to - best.from) ? change : best),
    null,
  );
  if (largest === null) return '';
  const appeared = changes.filter((change) => change.from === 0 && change.to > 0);
  const vanished = changes.filter((change) => change.to === 0 && change.from > 0);
  const sum = (list: typeof changes, side: 'from' | 'to'): number => list.reduce((total, change) => total + change[side], 0);
  return (
    shareSentence(largest) +
    appearance(appeared.map((change) => change.value), sum(appeared, 'to'), appeared.length === 1 ? 'is new' : 'are new') +
    appearance(vanished.map((change) => change.value), sum(vanished, 'from'), 'vanished')
  );
}

function shareSentence(change: { value: string; from: number; to: number }): string {
  const [from, to] = [formatShare(change.from), formatShare(change.to)];
  if (from === to) return 'No share changed by more than 0.1 percentage points.';
  return `The share of ${quoteCategory(change.value)} ${change.to > change.from ? 'rose' : 'fell'} from ${from} to ${to}.`;
}
