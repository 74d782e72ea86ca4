import type { SegmentMeasure, SegmentSearch, WeakSegment } from '../domain/weakSegments.ts';
import { absenceWords } from './absenceReasons.ts';
import { formatCount, formatNumber, formatPValue, formatScore, formatShare } from './formatNumber.ts';

export const measureTitles: Readonly<Record<SegmentMeasure, string>> = {
  error: 'Where the model errs most',
  missing: 'Where most is missing',
  drift: 'Where the drift is strongest',
};

const unitNames: Readonly<Record<SegmentSearch['unit'], string>> = {
  'absolute-error': 'mean absolute error',
  'error-rate': 'share of wrong predictions',
  'share-of-cells': 'share of missing cells',
  'cramers-v': 'mean distance from the reference (Cramér’s V)',
};

/** What the values of a search are, in words. */
export const unitName = ({ unit }: SegmentSearch): string => unitNames[unit];

/** A value of a search as its unit is written. */
export function segmentValue({ unit }: SegmentSearch, value: number): string {
  if (unit === 'error-rate' || unit === 'share-of-cells') return formatShare(value);
  return unit === 'cramers-v' ? formatScore(value) : formatNumber(value);
}

/** How many times the whole a segment is; null where the whole has nothing. */
function times({ overall }: SegmentSearch, { value }: WeakSegment): number | null {
  return overall.current === null || overall.current === 0 ? null : value / overall.current;
}

/** What is worse in a segment, in one sentence with its numbers. */
export function describeSegment(search: SegmentSearch, segment: WeakSegment): string {
  const { where, rows, share, value, mostDrifted } = segment;
  const much = times(search, segment);
  const overall = search.overall.current === null ? '' : `, ${segmentValue(search, search.overall.current)} over all rows`;
  const factor = much === null ? '' : ` (${much >= 10 ? formatNumber(Math.round(much)) : much.toFixed(1)} times)`;
  const most = mostDrifted === undefined ? '' : ` ${mostDrifted} differs most.`;
  return `Where ${where}: ${unitName(search)} ${segmentValue(search, value)}${overall}${factor}; ${formatCount(rows)} rows, ${formatShare(share)}.${most}`;
}

/** The worst segment of a search; null where there is none. */
export function describeWorst(search: SegmentSearch): string | null {
  const [worst] = search.segments;
  return worst === undefined ? null : `${measureTitles[search.measure]}: ${describeSegment(search, worst).replace(/^Where /, '')}`;
}

/** How the search went: what was looked at, and what came of it. */
export function describeSearch(search: SegmentSearch, minimumShare: number): string {
  const { overall, columns, pairs, searched, segments } = search;
  const looked = `${formatCount(searched)} segments of at least ${formatShare(minimumShare)} of the rows, over ${formatCount(columns)} columns and ${formatCount(pairs)} pairs of them`;
  if (search.rows === 0) return 'No row has this measure.';
  if (overall.current === 0) return search.measure === 'missing' ? 'No cell is missing.' : 'No row has any.';
  const whole = overall.current === null ? '' : ` The ${unitName(search)} over all rows is ${segmentValue(search, overall.current)}.`;
  const none = segments.length === 0 ? ' None is clearly worse than the rest.' : '';
  return `Looked at ${looked}.${whole}${none}`;
}

/** A segment as a line of a table. */
export interface SegmentLine {
  readonly where: string;
  readonly rows: string;
  readonly value: string;
  readonly interval: string;
  readonly reference: string;
  readonly pValue: string;
  readonly mostDrifted: string;
}

export function segmentLine(search: SegmentSearch, segment: WeakSegment): SegmentLine {
  const { where, rows, share, value, interval, reference, pValue, mostDrifted } = segment;
  return {
    where,
    rows: `${formatCount(rows)} (${formatShare(share)})`,
    value: segmentValue(search, value),
    interval: interval === undefined ? '' : `${segmentValue(search, interval[0])} to ${segmentValue(search, interval[1])}`,
    reference:
      reference.value === null ? absenceWords[reference.reasons['value'] ?? 'not-for-this-kind'] : segmentValue(search, reference.value),
    pValue: formatPValue(pValue),
    mostDrifted: mostDrifted ?? '',
  };
}
