import { defineColumnCheck } from '../defineCheck.ts';
import { rowsOutsideList } from '../failingRows.ts';
import { outsideListWithMissing } from '../compatCounts.ts';

/** Values of current that the reference does not have. */
export const outOfListCount = defineColumnCheck({
  id: 'out-of-list-count',
  label: 'Number of values out of the list',
  group: 'categories',
  form: 'count',
  kinds: ['categorical'],
  noun: ({ column }) => `The number of values of ${column.column} that the reference does not have`,
  measure: (facts) => {
    const { unseen } = facts.column;
    if (unseen?.kind !== 'list') return { value: null, referenceValue: null, reason: 'no-valid-values' };
    const { rows } = unseen;
    const where = rowsOutsideList(facts);
    return {
      value: rows,
      referenceValue: 0,
      reason: 'no-valid-values',
      failingRows: where === null ? null : { where, count: rows },
    };
  },
  automatic: () => ({ lte: 0 }),
  byDefault: '0',
  fixed: true,
  compat: {
    evidently: {
      difference: {
        ours: 'a missing value is not out of the list; shares are over valid values',
        theirs: 'a missing value is out of the list; shares are over all rows',
        why: 'missing values have checks of their own, and would be counted twice',
      },
      measure: (facts) => outsideListWithMissing(facts, 'count'),
      automatic: () => ({ eq: { value: 0, relative: 1e-6, absolute: 1e-12 } }),
    },
  },
});
