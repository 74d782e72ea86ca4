import { aboutReference } from '../automaticConditions.ts';
import { countedKinds } from '../defineCheck.ts';
import { defineProfileCheck } from '../profileCheck.ts';

/** Distinct valid values of current as a share of its valid values. */
export const uniqueValuesShare = defineProfileCheck({
  id: 'unique-values-share',
  label: 'Share of distinct values',
  group: 'values',
  form: 'share',
  kinds: countedKinds,
  what: 'The share of distinct values',
  of: ({ distinct, valid }) => (distinct === null || valid === 0 ? null : distinct / valid),
  automatic: aboutReference,
  byDefault: 'as the reference, ± 10 %',
});
