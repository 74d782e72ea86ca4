import type { ErrorBin, ErrorByFeature, FeatureErrors } from '../domain/errorByFeature.ts';
import { formatNumber, formatShare } from './formatNumber.ts';

/** Where the values of a bin lie, in words. */
export function binWords(bin: ErrorBin): string {
  if (bin.kind === 'value') return bin.value === '' ? '(empty)' : bin.value;
  if (bin.kind !== 'range') return bin.kind === 'missing' ? 'missing' : 'any other value';
  const { from, to } = bin;
  if (from === undefined) return to === undefined ? 'any number' : `below ${formatNumber(to)}`;
  return to === undefined ? `${formatNumber(from)} and above` : `${formatNumber(from)} to ${formatNumber(to)}`;
}

/** What the mean size of an error is called. */
export function sizeName({ task }: Pick<ErrorByFeature, 'task'>): string {
  return task === 'regression' ? 'mean absolute error' : 'share predicted wrong';
}

/** A mean size as tables write it. */
export function sizeText({ task }: Pick<ErrorByFeature, 'task'>, size: number | null | undefined): string {
  if (size === null || size === undefined) return '–';
  return task === 'regression' ? formatNumber(size) : formatShare(size);
}

/** Where the error of a feature rose most, in one sentence; empty where it rose nowhere beyond the whole. */
export function whereWorst(result: ErrorByFeature, { most, bins }: FeatureErrors): string {
  const found = most === null ? undefined : bins[most];
  if (found === undefined) return '';
  const share = found.current?.share ?? null;
  const rows = share === null ? '' : ` (${formatShare(share)} of the rows)`;
  return `${binWords(found.bin)}${rows}: ${sizeText(result, found.reference?.meanSize)} → ${sizeText(result, found.current?.meanSize)}`;
}

/** The mean size on the whole, and the feature over which its change is most uneven. */
export function describeErrorByFeature(result: ErrorByFeature): string {
  const { reference, current } = result.whole;
  const name = sizeName(result);
  const whole = `The ${name} is ${sizeText(result, reference?.meanSize)} on the reference and ${sizeText(result, current?.meanSize)} now.`;
  if (result.features.length === 0) return `${whole} There is no numeric or categorical feature to look at.`;
  const first = result.features.find(({ unevenness, most }) => unevenness !== null && most !== null);
  const where = first === undefined ? '' : whereWorst(result, first);
  if (first === undefined || where === '') return whole;
  return `${whole} Its change is most uneven over ${first.feature}; ${where}.`;
}
