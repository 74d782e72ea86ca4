import { defineProfileCheck } from '../profileCheck.ts';

/** The smallest finite value of current. */
export const minValue = defineProfileCheck({
  id: 'min-value',
  label: 'Smallest value',
  group: 'ranges',
  form: 'number',
  kinds: ['numeric'],
  what: 'The smallest value',
  of: ({ min }) => (typeof min === 'number' ? min : null),
  automatic: (reference) => (reference === null ? null : { gte: reference }),
  byDefault: 'at least the reference’s',
});
