import { aboutReference } from '../automaticConditions.ts';
import { defineProfileCheck, profileMeasure } from '../profileCheck.ts';
import { mostCommonOfRows } from '../compatCounts.ts';

/** The share of the valid values of current that its most common value has. */
export const mostCommonShare = defineProfileCheck({
  id: 'most-common-share',
  label: 'Share of the most common value',
  group: 'values',
  form: 'share',
  kinds: ['numeric', 'categorical', 'datetime', 'id'],
  what: 'The share of the most common value',
  of: ({ mostCommon }) => mostCommon[0]?.share ?? null,
  automatic: aboutReference,
  byDefault: 'as the reference, ± 10 %',
  compat: {
    evidently: {
      difference: {
        ours: 'the share is over valid values',
        theirs: 'the absence of a value is a value and may be the most common one; the share is over all rows, to four digits',
        why: 'a column that is half empty would answer with the share of its missing values',
      },
      measure: profileMeasure(mostCommonOfRows),
    },
  },
});
