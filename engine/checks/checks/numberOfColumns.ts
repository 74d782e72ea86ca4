import { asReference } from '../automaticConditions.ts';
import { defineSideCheck } from '../profileCheck.ts';

/** Columns of the current data set, those left out of the comparison included. */
export const numberOfColumns = defineSideCheck({
  id: 'number-of-columns',
  label: 'Number of columns',
  group: 'shape',
  form: 'count',
  what: 'The number of columns',
  of: (report, side) => report[side].numberOfColumns,
  automatic: asReference,
  byDefault: 'as the reference',
});
