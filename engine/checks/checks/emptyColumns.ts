import { notMore } from '../automaticConditions.ts';
import { defineSideCheck, profilesOf } from '../profileCheck.ts';

/** Columns of current whose every value is missing. */
export const emptyColumns = defineSideCheck({
  id: 'empty-columns',
  label: 'Empty columns',
  group: 'missing',
  form: 'count',
  what: 'The number of empty columns',
  of: (report, side) => profilesOf(report, side).filter(({ count, missing }) => count > 0 && missing === count).length,
  automatic: notMore,
  byDefault: 'at most the reference’s',
});
