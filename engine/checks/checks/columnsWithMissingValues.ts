import { notMore } from '../automaticConditions.ts';
import { defineSideCheck, profilesOf, sideMeasure } from '../profileCheck.ts';
import { missingOfEveryKind } from '../compatCounts.ts';

/** Columns of current with at least one missing value. */
export const columnsWithMissingValues = defineSideCheck({
  id: 'columns-with-missing-values',
  label: 'Columns with missing values',
  group: 'missing',
  form: 'count',
  what: 'The number of columns with missing values',
  of: (report, side) => profilesOf(report, side).filter(({ missing }) => missing > 0).length,
  automatic: notMore,
  byDefault: 'at most the reference’s',
  compat: {
    evidently: {
      difference: {
        ours: 'counts what the setting `missing` names: null and NaN',
        theirs: 'counts infinities and empty texts as missing too',
        why: 'an infinity is a value gone wrong, with a finding of its own; three of Evidently’s numbers of missing values differ from each other',
      },
      measure: sideMeasure((report, side) => profilesOf(report, side).filter((profile) => missingOfEveryKind(profile) > 0).length),
    },
  },
});
