import { notMuchMore } from '../automaticConditions.ts';
import { defineSideCheck } from '../profileCheck.ts';
import { rescaled } from '../rescaled.ts';

/** Missing values of the whole current data set. */
export const missingValuesCount = defineSideCheck({
  id: 'missing-values-count',
  label: 'Number of missing values',
  group: 'missing',
  form: 'count',
  what: 'The number of missing values',
  of: (report, side) => report.missingValues[side].numberOfMissingValues,
  automatic: (reference, { report }) => notMuchMore(rescaled(reference, report)),
  byDefault: 'at most the reference’s at the size of current, + 10 %',
});
