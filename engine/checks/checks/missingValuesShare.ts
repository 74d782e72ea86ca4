import { notMuchMore } from '../automaticConditions.ts';
import { defineSideCheck, profilesOf, sideMeasure } from '../profileCheck.ts';
import { missingOfEveryKind } from '../compatCounts.ts';
import { sum } from '../../stats/shares.ts';

/** Missing values of current as a share of its cells, rows × columns. */
export const missingValuesShare = defineSideCheck({
  id: 'missing-values-share',
  label: 'Share of missing values',
  group: 'missing',
  form: 'share',
  what: 'The share of missing values',
  of: (report, side) => report.missingValues[side].shareOfMissingValues,
  automatic: notMuchMore,
  byDefault: 'at most the reference’s, + 10 %',
  compat: {
    evidently: {
      difference: {
        ours: 'counts what the setting `missing` names: null and NaN',
        theirs: 'counts infinities and empty texts as missing too',
        why: 'an infinity is a value gone wrong, with a finding of its own; three of Evidently’s numbers of missing values differ from each other',
      },
      measure: sideMeasure((report, side) => {
        const profiles = profilesOf(report, side);
        const cells = sum(profiles.map(({ count }) => count));
        return cells === 0 ? null : sum(profiles.map(missingOfEveryKind)) / cells;
      }),
    },
  },
});
