import { notMuchMore } from '../automaticConditions.ts';
import { defineSummaryCheck } from '../summaryCheck.ts';

/** Rows of current with at least one missing value, as a share of its rows. */
export const rowsWithMissingShare = defineSummaryCheck({
  id: 'rows-with-missing-share',
  label: 'Share of rows with missing values',
  group: 'missing',
  form: 'share',
  what: 'The share of rows with a missing value',
  of: ({ rowsWithMissingShare: share }) => share,
  automatic: notMuchMore,
  byDefault: 'at most the reference’s, + 10 %',
});
