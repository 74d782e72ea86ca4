import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import type { ColumnFacts, Measurement } from './defineCheck.ts';

const infinities = ({ positiveInfinity, negativeInfinity }: ColumnProfile): number => positiveInfinity + negativeInfinity;

/** Nulls, NaN, infinities and empty texts: what some systems count as missing. */
export function missingOfEveryKind(profile: ColumnProfile): number {
  return profile.nulls + profile.nan + profile.emptyStrings + infinities(profile);
}

/** Nulls, NaN and infinities: what is no value where infinities are taken for NaN. */
const withoutValue = (profile: ColumnProfile): number => profile.nulls + profile.nan + infinities(profile);

export function shareOf(count: number, { count: rows }: ColumnProfile): number | null {
  return rows === 0 ? null : count / rows;
}

/** The share of the most common value over all rows, where the absence of a value is one; to four digits. */
export function mostCommonOfRows(profile: ColumnProfile): number | null {
  const share = shareOf(Math.max(profile.mostCommon[0]?.count ?? 0, withoutValue(profile)), profile);
  return share === null ? null : Math.round(share * 10_000) / 10_000;
}

const nothing: Measurement = { value: null, referenceValue: null, reason: 'no-valid-values' };

/** Values beyond the range of the reference, where an infinity is the end of a range and a value beyond one. */
export function outsideRangeWithInfinities({ column }: ColumnFacts, as: 'count' | 'share'): Measurement {
  const { unseen, reference, current } = column;
  if (unseen?.kind !== 'range' || reference === null || current === null) return nothing;
  const above = reference.positiveInfinity > 0 ? 0 : unseen.above + current.positiveInfinity;
  const below = reference.negativeInfinity > 0 ? 0 : unseen.below + current.negativeInfinity;
  const rows = current.valid + infinities(current);
  if (as === 'share' && rows === 0) return nothing;
  return { value: as === 'share' ? (below + above) / rows : below + above, referenceValue: 0, detail: `${below} below, ${above} above` };
}

/** Rows whose value the reference does not have, where a missing value is never in its list. */
export function outsideListWithMissing({ column }: ColumnFacts, as: 'count' | 'share'): Measurement {
  const { unseen, current } = column;
  if (unseen?.kind !== 'list' || current === null) return nothing;
  const rows = unseen.rows + current.nulls + current.nan;
  return { value: as === 'share' ? shareOf(rows, current) : rows, referenceValue: 0, reason: 'no-valid-values' };
}

/** Whether either side of a column holds an infinite value. */
export function holdsInfinity({ reference, current }: ColumnReport): boolean {
  return [reference, current].some((profile) => profile !== null && infinities(profile) > 0);
}
