import { notMuchMore } from '../automaticConditions.ts';
import { everyKind } from '../defineCheck.ts';
import { missingRows } from '../failingRows.ts';
import { defineProfileCheck } from '../profileCheck.ts';

/** Rows of current that count as missing in a column, as a share of all rows. */
export const columnMissingShare = defineProfileCheck({
  id: 'column-missing-share',
  label: 'Share of missing values in a column',
  group: 'missing',
  form: 'share',
  kinds: everyKind,
  what: 'The share of missing values',
  of: (profile) => profile.missingShare,
  automatic: notMuchMore,
  byDefault: 'at most the reference’s, + 10 %',
  looksAtRows: true,
  failingRows: missingRows,
  count: (profile) => profile.missing,
});
