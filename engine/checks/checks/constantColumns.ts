import { notMore } from '../automaticConditions.ts';
import { defineSideCheck, profilesOf } from '../profileCheck.ts';

/** Columns of current with exactly one distinct valid value. */
export const constantColumns = defineSideCheck({
  id: 'constant-columns',
  label: 'Constant columns',
  group: 'values',
  form: 'count',
  what: 'The number of constant columns',
  of: (report, side) => profilesOf(report, side).filter(({ distinct }) => distinct === 1).length,
  automatic: notMore,
  byDefault: 'at most the reference’s',
});
