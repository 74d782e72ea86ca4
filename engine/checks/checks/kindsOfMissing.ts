import { notMore } from '../automaticConditions.ts';
import { defineSummaryCheck } from '../summaryCheck.ts';

/** Kinds of missing value that occur in current, of those that count as missing. */
export const kindsOfMissing = defineSummaryCheck({
  id: 'kinds-of-missing',
  label: 'Kinds of missing value',
  group: 'missing',
  form: 'count',
  what: 'The number of kinds of missing value',
  of: ({ kindsOfMissing: kinds }) => kinds.length,
  automatic: notMore,
  byDefault: 'at most the reference’s',
});
