import { notMuchMore } from '../automaticConditions.ts';
import { defineSideCheck, profilesOf, sideMeasure } from '../profileCheck.ts';
import { rescaled } from '../rescaled.ts';
import { missingOfEveryKind } from '../compatCounts.ts';
import { sum } from '../../stats/shares.ts';

/** Missing values of the whole current data set. */
export const missingValuesCount = defineSideCheck({
  id: 'missing-values-count',
  label: 'Number of missing values',
  group: 'missing',
  form: 'count',
  what: 'The number of missing values',
  of: (report, side) => report.missingValues[side].numberOfMissingValues,
  automatic: (reference, { report }) => notMuchMore(rescaled(reference, report)),
  byDefault: 'at most the reference’s at the size of current, + 10 %',
  compat: {
    evidently: {
      difference: {
        ours: 'counts what the setting `missing` names: null and NaN',
        theirs: 'counts infinities and empty texts as missing too',
        why: 'an infinity is a value gone wrong, with a finding of its own; three of Evidently’s numbers of missing values differ from each other',
      },
      measure: sideMeasure((report, side) => sum(profilesOf(report, side).map(missingOfEveryKind))),
    },
  },
});
