import { aboutReference } from '../automaticConditions.ts';
import { defineSideCheck } from '../profileCheck.ts';

/** Rows of the current data set that meet the condition of the run. */
export const numberOfRows = defineSideCheck({
  id: 'number-of-rows',
  label: 'Number of rows',
  group: 'shape',
  form: 'count',
  what: 'The number of rows',
  of: (report, side) => report[side].numberOfRows,
  automatic: aboutReference,
  byDefault: 'as the reference, ± 10 %',
});
