import { defineColumnCheck } from '../defineCheck.ts';
import { rowsOutsideRange } from '../failingRows.ts';

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
});
