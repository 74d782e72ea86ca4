import { notMuchMore } from '../automaticConditions.ts';
import { everyKind } from '../defineCheck.ts';
import { missingRows } from '../failingRows.ts';
import { defineProfileCheck, profileMeasure } from '../profileCheck.ts';
import { missingOfEveryKind, shareOf } from '../compatCounts.ts';

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
  compat: {
    evidently: {
      difference: {
        ours: 'counts what the setting `missing` names: null and NaN',
        theirs: 'counts infinities and empty texts as missing too',
        why: 'an infinity is a value gone wrong, with a finding of its own; three of Evidently’s numbers of missing values differ from each other',
      },
      measure: profileMeasure((profile) => shareOf(missingOfEveryKind(profile), profile)),
    },
  },
});
