import { countedKinds } from '../defineCheck.ts';
import { defineProfileCheck } from '../profileCheck.ts';

/** Whether a column of current has more than one distinct valid value. */
export const notConstant = defineProfileCheck({
  id: 'not-constant',
  label: 'More than one value',
  group: 'values',
  form: 'count',
  kinds: countedKinds,
  what: 'The number of distinct values',
  of: (profile) => profile.distinct,
  automatic: () => ({ gt: 1 }),
  byDefault: 'more than 1',
  fixed: true,
});
