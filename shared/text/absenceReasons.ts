import type { AbsenceReason } from '../domain/profile.ts';

/** Why a number is absent, in as few words as a cell of a table has room for. */
export const absenceWords: Readonly<Record<AbsenceReason, string>> = {
  'not-for-this-kind': '–',
  'no-valid-values': 'no values',
  'too-few-rows': 'too few rows',
  'not-tested': 'not tested',
  'method-has-no-p-value': '–',
  constant: 'constant',
  'not-finite': 'not finite',
  'no-cells': 'no rows',
  'no-such-column': 'no such column',
  'one-class': 'one class only',
  'class-not-in-target': 'class does not occur',
  'class-not-predicted': 'never predicted',
  'all-targets-zero': 'all targets are 0',
  'needs-probabilities': 'needs probabilities',
  'two-classes': '–',
  'only-for-positive-class': '–',
};
