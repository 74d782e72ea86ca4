import { aboutReference } from '../automaticConditions.ts';
import { countedKinds } from '../defineCheck.ts';
import { defineProfileCheck } from '../profileCheck.ts';

/** Distinct valid values of current. */
export const uniqueValuesCount = defineProfileCheck({
  id: 'unique-values-count',
  label: 'Number of distinct values',
  group: 'values',
  form: 'count',
  kinds: countedKinds,
  what: 'The number of distinct values',
  of: (profile) => profile.distinct,
  automatic: aboutReference,
  byDefault: 'as the reference, ± 10 %',
});
