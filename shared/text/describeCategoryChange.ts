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
  return `${noun} ${listed(values)} ${verb} (${formatShare(share)}).`;
}

/** The category whose share changed most, then the categories that came and those that went. */
export function describeCategoryChange(histogram: CategoryHistogram, reference: ColumnProfile, current: ColumnProfile): string {
  const n = Math.max(reference.valid, 1);
  const m = Math.max(current.valid, 1);
  const changes = histogram.categories.map((category) => ({
    value: category.value,
    from: category.reference / n,
    to: category.current / m,
  }));
  const appeared = changes.filter((change) => change.from === 0 && change.to > 0);
  const vanished = changes.filter((change) => change.to === 0 && change.from > 0);
  const sum = (list: typeof changes, side: 'from' | 'to'): number => list.reduce((total, change) => total + change[side], 0);
  const parts = [
    shareSentence(changes.filter((change) => change.from > 0 && change.to > 0)),
    appearance(
      appeared.map((change) => change.value),
      sum(appeared, 'to'),
      appeared.length === 1 ? 'is new' : 'are new',
    ),
    appearance(
      vanished.map((change) => change.value),
      sum(vanished, 'from'),
      'vanished',
    ),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

interface Change {
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** The largest change among categories of both sides; those that came or went are told by themselves. */
function shareSentence(changes: readonly Change[]): string {
  if (changes.length === 0) return '';
  const size = ({ from, to }: Change): number => Math.abs(to - from);
  const largest = changes.reduce((best, change) => (size(change) > size(best) ? change : best));
  const [from, to] = [formatShare(largest.from), formatShare(largest.to)];
  if (from === to) return 'No share changed by more than 0.1 percentage points.';
  return `The share of ${quoteCategory(largest.value)} ${largest.to > largest.from ? 'rose' : 'fell'} from ${from} to ${to}.`;
}
