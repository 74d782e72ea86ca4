import { notMuchMore } from '../automaticConditions.ts';
import { rescaled } from '../rescaled.ts';
import { defineSummaryCheck } from '../summaryCheck.ts';

/** Rows of current that repeat an earlier one. */
export const duplicatedRowsCount = defineSummaryCheck({
  id: 'duplicated-rows-count',
  label: 'Number of duplicated rows',
  group: 'values',
  form: 'count',
  what: 'The number of rows that repeat an earlier one',
  of: ({ duplicatedRows }) => duplicatedRows,
  automatic: (reference, { report }) => notMuchMore(rescaled(reference, report)),
  byDefault: 'at most the reference’s at the size of current, + 10 %',
});
