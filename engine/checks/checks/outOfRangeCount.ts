import { defineColumnCheck } from '../defineCheck.ts';
import { rowsOutsideRange } from '../failingRows.ts';
import { outsideRangeWithInfinities } from '../compatCounts.ts';

/** Values of current outside the range of the reference. */
export const outOfRangeCount = defineColumnCheck({
  id: 'out-of-range-count',
  label: 'Number of values out of range',
  group: 'ranges',
  form: 'count',
  kinds: ['numeric'],
  noun: ({ column }) => `The number of values of ${column.column} outside the range of the reference`,
  measure: (facts) => {
    const { unseen } = facts.column;
    if (unseen?.kind !== 'range') return { value: null, referenceValue: null, reason: 'no-valid-values' };
    const rows = unseen.below + unseen.above;
    const where = rowsOutsideRange(facts);
    return {
      value: rows,
      referenceValue: 0,
      reason: 'no-valid-values',
      detail: `${unseen.below} below, ${unseen.above} above`,
      failingRows: where === null ? null : { where, count: rows },
    };
  },
  automatic: () => ({ lte: 0 }),
  byDefault: '0',
  fixed: true,
  compat: {
    evidently: {
      difference: {
        ours: 'an infinity is no value and ends no range; shares are over valid values',
        theirs: 'an infinity is a value beyond the range, and ends the range of a reference that holds one; shares count it',
        why: 'one infinity in the reference would let every value pass',
      },
      measure: (facts) => outsideRangeWithInfinities(facts, 'count'),
      automatic: () => ({ eq: { value: 0, relative: 1e-6, absolute: 1e-12 } }),
    },
  },
});
