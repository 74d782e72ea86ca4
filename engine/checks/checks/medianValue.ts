import { aboutReference } from '../automaticConditions.ts';
import { defineProfileCheck } from '../profileCheck.ts';
import { quantileOf } from '../quantileOf.ts';

/** The median of the finite values of current. */
export const medianValue = defineProfileCheck({
  id: 'median-value',
  label: 'Median',
  group: 'ranges',
  form: 'number',
  kinds: ['numeric'],
  what: 'The median',
  of: (profile) => quantileOf(profile, 0.5),
  automatic: aboutReference,
  byDefault: 'as the reference, ± 10 %',
});
