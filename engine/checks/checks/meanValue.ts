import { aboutReference } from '../automaticConditions.ts';
import { defineProfileCheck } from '../profileCheck.ts';

/** The mean of the finite values of current. */
export const meanValue = defineProfileCheck({
  id: 'mean-value',
  label: 'Mean',
  group: 'ranges',
  form: 'number',
  kinds: ['numeric'],
  what: 'The mean',
  of: (profile) => profile.mean,
  automatic: aboutReference,
  byDefault: 'as the reference, ± 10 %',
});
