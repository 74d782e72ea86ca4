import { notMuchMore } from '../automaticConditions.ts';
import { everyKind } from '../defineCheck.ts';
import { missingRows } from '../failingRows.ts';
import { defineProfileCheck, profileMeasure } from '../profileCheck.ts';
import { rescaled } from '../rescaled.ts';
import { missingOfEveryKind } from '../compatCounts.ts';

/** Rows of current that count as missing in a column. */
export const columnMissingCount = defineProfileCheck({
  id: 'column-missing-count',
  label: 'Number of missing values in a column',
  group: 'missing',
  form: 'count',
  kinds: everyKind,
  what: 'The number of missing values',
  of: (profile) => profile.missing,
  automatic: (reference, { report }) => notMuchMore(rescaled(reference, report)),
  byDefault: 'at most the reference’s at the size of current, + 10 %',
  failingRows: missingRows,
  count: (profile) => profile.missing,
  compat: {
    evidently: {
      difference: {
        ours: 'counts what the setting `missing` names: null and NaN',
        theirs: 'counts infinities and empty texts as missing too',
        why: 'an infinity is a value gone wrong, with a finding of its own; three of Evidently’s numbers of missing values differ from each other',
      },
      measure: profileMeasure(missingOfEveryKind),
    },
  },
});
