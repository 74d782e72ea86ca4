import { notMuchMore } from '../automaticConditions.ts';
import { rescaled } from '../rescaled.ts';
import { defineSummaryCheck } from '../summaryCheck.ts';

/** Rows of current with at least one missing value. */
export const rowsWithMissingCount = defineSummaryCheck({
  id: 'rows-with-missing-count',
  label: 'Number of rows with missing values',
  group: 'missing',
  form: 'count',
  what: 'The number of rows with a missing value',
  of: ({ rowsWithMissing }) => rowsWithMissing,
  automatic: (reference, { report }) => notMuchMore(rescaled(reference, report)),
  byDefault: 'at most the reference’s at the size of current, + 10 %',
});
