import { aboutReference } from '../automaticConditions.ts';
import { defineProfileCheck } from '../profileCheck.ts';

/** The share of the valid values of current that its most common value has. */
export const mostCommonShare = defineProfileCheck({
  id: 'most-common-share',
  label: 'Share of the most common value',
  group: 'values',
  form: 'share',
  kinds: ['numeric', 'categorical', 'datetime', 'id'],
  what: 'The share of the most common value',
  of: ({ mostCommon }) => mostCommon[0]?.share ?? null,
  automatic: aboutReference,
  byDefault: 'as the reference, ± 10 %',
});
