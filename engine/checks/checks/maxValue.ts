import { notMore } from '../automaticConditions.ts';
import { defineProfileCheck } from '../profileCheck.ts';

/** The largest finite value of current. */
export const maxValue = defineProfileCheck({
  id: 'max-value',
  label: 'Largest value',
  group: 'ranges',
  form: 'number',
  kinds: ['numeric'],
  what: 'The largest value',
  of: ({ max }) => (typeof max === 'number' ? max : null),
  automatic: notMore,
  byDefault: 'at most the reference’s',
});
