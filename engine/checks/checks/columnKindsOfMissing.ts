import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { MissingKind } from '#shared/domain/settings.ts';
import { notMore } from '../automaticConditions.ts';
import { everyKind } from '../defineCheck.ts';
import { defineProfileCheck } from '../profileCheck.ts';

const counts: Readonly<Record<MissingKind, (profile: ColumnProfile) => number>> = {
  null: ({ nulls }) => nulls,
  nan: ({ nan }) => nan,
  infinity: ({ positiveInfinity, negativeInfinity }) => positiveInfinity + negativeInfinity,
  'empty-string': ({ emptyStrings }) => emptyStrings,
};

/** Kinds of missing value that occur in a column of current, of those that count as missing. */
export const columnKindsOfMissing = defineProfileCheck({
  id: 'column-kinds-of-missing',
  label: 'Kinds of missing value in a column',
  group: 'missing',
  form: 'count',
  kinds: everyKind,
  what: 'The number of kinds of missing value',
  of: (profile, { report }) => report.settings.missing.filter((kind) => counts[kind](profile) > 0).length,
  automatic: notMore,
  byDefault: 'at most the reference’s',
});
