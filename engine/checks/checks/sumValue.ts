import { aboutReference } from '../automaticConditions.ts';
import { defineProfileCheck } from '../profileCheck.ts';
import { rescaled } from '../rescaled.ts';

/** The sum of the finite values of current. */
export const sumValue = defineProfileCheck({
  id: 'sum-value',
  label: 'Sum',
  group: 'ranges',
  form: 'number',
  kinds: ['numeric'],
  what: 'The sum',
  of: ({ mean, valid }) => (mean === null ? null : mean * valid),
  automatic: (reference, { report }) => aboutReference(rescaled(reference, report)),
  byDefault: 'as the reference at the size of current, ± 10 %',
});
