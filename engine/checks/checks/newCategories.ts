import { defineColumnCheck } from '../defineCheck.ts';
import { rowsOutsideList } from '../failingRows.ts';

/** Distinct categories of current that the reference does not have. */
export const newCategories = defineColumnCheck({
  id: 'new-categories',
  label: 'New categories',
  group: 'categories',
  form: 'count',
  kinds: ['categorical'],
  noun: ({ column }) => `The number of new categories of ${column.column}`,
  measure: (facts) => {
    const { unseen } = facts.column;
    if (unseen?.kind !== 'list') return { value: null, referenceValue: null, reason: 'no-valid-values' };
    const { rows } = unseen;
    const where = rowsOutsideList(facts);
    return {
      value: unseen.values,
      referenceValue: 0,
      reason: 'no-valid-values',
      failingRows: where === null ? null : { where, count: rows },
    };
  },
  automatic: () => ({ lte: 0 }),
  byDefault: '0',
  fixed: true,
});
