import { aboutReference } from '../automaticConditions.ts';
import { defineProfileCheck } from '../profileCheck.ts';

/** The sample standard deviation (n − 1) of the finite values of current. */
export const standardDeviation = defineProfileCheck({
  id: 'standard-deviation',
  label: 'Standard deviation',
  group: 'ranges',
  form: 'number',
  kinds: ['numeric'],
  what: 'The standard deviation',
  of: (profile) => profile.standardDeviation,
  automatic: aboutReference,
  byDefault: 'as the reference, ± 10 %',
});
