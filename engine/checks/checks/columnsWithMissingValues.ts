import { notMore } from '../automaticConditions.ts';
import { defineSideCheck, profilesOf } from '../profileCheck.ts';

/** Columns of current with at least one missing value. */
export const columnsWithMissingValues = defineSideCheck({
  id: 'columns-with-missing-values',
  label: 'Columns with missing values',
  group: 'missing',
  form: 'count',
  what: 'The number of columns with missing values',
  of: (report, side) => profilesOf(report, side).filter(({ missing }) => missing > 0).length,
  automatic: notMore,
  byDefault: 'at most the reference’s',
});
