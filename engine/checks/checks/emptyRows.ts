import { notMuchMore } from '../automaticConditions.ts';
import { rescaled } from '../rescaled.ts';
import { defineSummaryCheck } from '../summaryCheck.ts';

/** Rows of current whose every value is missing. */
export const emptyRows = defineSummaryCheck({
  id: 'empty-rows',
  label: 'Empty rows',
  group: 'missing',
  form: 'count',
  what: 'The number of empty rows',
  of: ({ emptyRows: rows }) => rows,
  automatic: (reference, { report }) => notMuchMore(rescaled(reference, report)),
  byDefault: 'at most the reference’s at the size of current, + 10 %',
});
