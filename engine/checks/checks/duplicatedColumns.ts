import { notMore } from '../automaticConditions.ts';
import { defineSummaryCheck } from '../summaryCheck.ts';

/** Columns of current that hold the same as an earlier column in every row. */
export const duplicatedColumns = defineSummaryCheck({
  id: 'duplicated-columns',
  label: 'Duplicated columns',
  group: 'values',
  form: 'count',
  what: 'The number of columns that repeat an earlier one',
  of: ({ duplicatedColumns: groups }) => groups.reduce((sum, twins) => sum + twins.length - 1, 0),
  automatic: notMore,
  byDefault: 'at most the reference’s',
});
