import type { AbsenceReason, ColumnProfile, Reasons, ValueCount } from '#shared/domain/profile.ts';
import type { MissingKind } from '#shared/domain/settings.ts';
import type { CategorySide } from '../drift/categoryColumn.ts';
import { profileShares, type SideSummary } from '../drift/summariseNumbers.ts';
import type { FrequentValue } from '../stats/mergeSorted.ts';

const mostShown = 10;

type Absent = Pick<ColumnProfile, 'nulls' | 'nan' | 'positiveInfinity' | 'negativeInfinity' | 'emptyStrings'>;

/** How many rows count as missing under the settings. */
export function countMissing(counts: Absent, kinds: readonly MissingKind[]): number {
  const byKind: Record<MissingKind, number> = {
    null: counts.nulls,
    nan: counts.nan,
    infinity: counts.positiveInfinity + counts.negativeInfinity,
    'empty-string': counts.emptyStrings,
  };
  return [...new Set(kinds)].reduce((total, kind) => total + byKind[kind], 0);
}

function absentCounts(side: Absent): Absent {
  const { nulls, nan, positiveInfinity, negativeInfinity, emptyStrings } = side;
  return { nulls, nan, positiveInfinity, negativeInfinity, emptyStrings };
}

function frame(
  rows: number,
  valid: number,
  absent: Absent,
  kinds: readonly MissingKind[],
): Pick<ColumnProfile, keyof Absent | 'count' | 'valid' | 'missing' | 'missingShare'> {
  const missing = countMissing(absent, kinds);
  return { count: rows, valid, missing, missingShare: rows === 0 ? null : missing / rows, ...absentCounts(absent) };
}

function withReasons(profile: Omit<ColumnProfile, 'reasons'>, reasonOf: (field: keyof ColumnProfile) => AbsenceReason): ColumnProfile {
  const reasons: Reasons = {};
  for (const [field, value] of Object.entries(profile)) {
    if (value === null) reasons[field] = field === 'missingShare' ? 'no-cells' : reasonOf(field as keyof ColumnProfile);
  }
  return { ...profile, reasons };
}

/** ISO 8601 of milliseconds since 1970; beyond what a calendar can say, the number itself. */
function timeText(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? String(milliseconds) : date.toISOString();
}

/** −0 is 0: JSON knows only one of them. */
const unsigned = (value: number): number => value + 0;

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? unsigned(value) : null;
}

function frequentNumbers(frequent: readonly FrequentValue[], n: number, write: (value: number) => string): ValueCount[] {
  return frequent.slice(0, mostShown).map(({ value, count }) => ({ value: write(value), count, share: count / n }));
}

interface NumericFacts {
  readonly rows: number;
  readonly side: SideSummary;
  readonly distinct: number;
  readonly frequent: readonly FrequentValue[];
  readonly missing: readonly MissingKind[];
}

/** The profile of one side of a numeric column. */
export function numericProfile(facts: NumericFacts): ColumnProfile {
  const { side, rows } = facts;
  const { n } = side;
  const deviation = n > 1 ? Math.sqrt(side.moments.squaredDeviations / (n - 1)) : null;
  return withReasons(
    {
      ...frame(rows, n, { ...side, emptyStrings: 0 }, facts.missing),
      distinct: facts.distinct,
      min: n === 0 ? null : unsigned(side.min),
      max: n === 0 ? null : unsigned(side.max),
      mean: n === 0 ? null : finite(side.moments.mean),
      standardDeviation: finite(deviation),
      quantiles: n === 0 ? [] : profileShares.map((share) => ({ share, value: unsigned(side.quantile(share)!) })),
      mostCommon: frequentNumbers(facts.frequent, n, (value) => String(unsigned(value))),
    },
    (field) => {
      if (n === 0) return 'no-valid-values';
      return field === 'standardDeviation' && n === 1 ? 'too-few-rows' : 'not-finite';
    },
  );
}

/** The profile of one side of a column of times; its values are ISO 8601 in UTC. */
export function timeProfile(facts: NumericFacts): ColumnProfile {
  const { side, rows } = facts;
  const { n } = side;
  return withReasons(
    {
      ...frame(rows, n, { ...side, emptyStrings: 0 }, facts.missing),
      distinct: facts.distinct,
      min: n === 0 ? null : timeText(side.min),
      max: n === 0 ? null : timeText(side.max),
      mean: null,
      standardDeviation: null,
      quantiles: n === 0 ? [] : profileShares.map((share) => ({ share, value: timeText(side.quantile(share)!) })),
      mostCommon: frequentNumbers(facts.frequent, n, timeText),
    },
    (field) => (field === 'mean' || field === 'standardDeviation' ? 'not-for-this-kind' : 'no-valid-values'),
  );
}

/** The profile of one side of a column of categories, texts or identifiers. */
export function categoryProfile(facts: { rows: number; side: CategorySide; missing: readonly MissingKind[] }): ColumnProfile {
  const { side, rows } = facts;
  return withReasons(
    {
      ...frame(rows, side.valid, side, facts.missing),
      distinct: side.distinct,
      min: null,
      max: null,
      mean: null,
      standardDeviation: null,
      quantiles: [],
      mostCommon: side.frequent.slice(0, mostShown).map(({ value, count }) => ({ value, count, share: count / side.valid })),
    },
    () => 'not-for-this-kind',
  );
}

/** The profile of one side of a column whose type is not analysed: only its nulls are counted. */
export function uncountedProfile(facts: { rows: number; nulls: number; missing: readonly MissingKind[] }): ColumnProfile {
  const absent = { nulls: facts.nulls, nan: 0, positiveInfinity: 0, negativeInfinity: 0, emptyStrings: 0 };
  return withReasons(
    {
      ...frame(facts.rows, 0, absent, facts.missing),
      distinct: null,
      min: null,
      max: null,
      mean: null,
      standardDeviation: null,
      quantiles: [],
      mostCommon: [],
    },
    () => 'not-for-this-kind',
  );
}
