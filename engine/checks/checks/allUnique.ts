import { countedKinds } from '../defineCheck.ts';
import { defineProfileCheck } from '../profileCheck.ts';

/** Whether no valid value of current occurs twice. */
export const allUnique = defineProfileCheck({
  id: 'all-unique',
  label: 'Every value is unique',
  group: 'values',
  form: 'share',
  kinds: countedKinds,
  what: 'The share of distinct values',
  of: ({ distinct, valid }) => (distinct === null || valid === 0 ? null : distinct / valid),
  automatic: () => ({ gte: 1 }),
  byDefault: '100 %',
  fixed: true,
});
