import { defineColumnCheck } from '../defineCheck.ts';
import { rowsOutsideRange } from '../failingRows.ts';

/** Values of current outside the range of the reference, as a share of its valid values. */
export const outOfRangeShare = defineColumnCheck({
  id: 'out-of-range-share',
  label: 'Share of values out of range',
  group: 'ranges',
  form: 'share',
  kinds: ['numeric'],
  noun: ({ column }) => `The share of values of ${column.column} outside the range of the reference`,
  measure: (facts) => {
    const { unseen, current } = facts.column;
    const valid = current?.valid ?? 0;
    if (unseen?.kind !== 'range') return { value: null, referenceValue: null, reason: 'no-valid-values' };
    const rows = unseen.below + unseen.above;
    const where = rowsOutsideRange(facts);
    return {
      value: valid === 0 ? null : rows / valid,
      referenceValue: 0,
      reason: 'no-valid-values',
      detail: `${unseen.below} below, ${unseen.above} above`,
      failingRows: where === null ? null : { where, count: rows },
    };
  },
  automatic: () => ({ lte: 0 }),
  byDefault: '0 %',
  fixed: true,
  looksAtRows: true,
});
