import { notMuchMore } from '../automaticConditions.ts';
import { defineSummaryCheck } from '../summaryCheck.ts';

/** Rows of current that repeat an earlier one, as a share of its rows. */
export const duplicatedRowsShare = defineSummaryCheck({
  id: 'duplicated-rows-share',
  label: 'Share of duplicated rows',
  group: 'values',
  form: 'share',
  what: 'The share of rows that repeat an earlier one',
  of: ({ duplicatedRowsShare: share }) => share,
  automatic: notMuchMore,
  byDefault: 'at most the reference’s, + 10 %',
});
