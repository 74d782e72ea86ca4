import { notMore } from '../automaticConditions.ts';
import { defineSummaryCheck } from '../summaryCheck.ts';

/** Columns of current in which one value holds at least 95 % of the valid values; constant ones are among them. */
export const almostConstantColumns = defineSummaryCheck({
  id: 'almost-constant-columns',
  label: 'Almost constant columns',
  group: 'values',
  form: 'count',
  what: 'The number of columns with one value in 95 % of their values',
  of: ({ almostConstantColumns: columns }) => columns.length,
  automatic: notMore,
  byDefault: 'at most the reference’s',
});
