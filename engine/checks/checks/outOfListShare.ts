import { defineColumnCheck } from '../defineCheck.ts';
import { rowsOutsideList } from '../failingRows.ts';
import { outsideListWithMissing } from '../compatCounts.ts';

/** Values of current that the reference does not have, as a share of its valid values. */
export const outOfListShare = defineColumnCheck({
  id: 'out-of-list-share',
  label: 'Share of values out of the list',
  group: 'categories',
  form: 'share',
  kinds: ['categorical'],
  noun: ({ column }) => `The share of values of ${column.column} that the reference does not have`,
  measure: (facts) => {
    const { unseen, current } = facts.column;
    const valid = current?.valid ?? 0;
    if (unseen?.kind !== 'list') return { value: null, referenceValue: null, reason: 'no-valid-values' };
    const { rows } = unseen;
    const where = rowsOutsideList(facts);
    return {
      value: valid === 0 ? null : rows / valid,
      referenceValue: 0,
      reason: 'no-valid-values',
      failingRows: where === null ? null : { where, count: rows },
    };
  },
  automatic: () => ({ lte: 0 }),
  byDefault: '0 %',
  fixed: true,
  looksAtRows: true,
  compat: {
    evidently: {
      difference: {
        ours: 'a missing value is not out of the list; shares are over valid values',
        theirs: 'a missing value is out of the list; shares are over all rows',
        why: 'missing values have checks of their own, and would be counted twice',
      },
      measure: (facts) => outsideListWithMissing(facts, 'share'),
      automatic: () => ({ eq: { value: 0, relative: 1e-6, absolute: 1e-12 } }),
    },
  },
});
