import { notMore } from '../automaticConditions.ts';
import { infiniteRows } from '../failingRows.ts';
import { defineProfileCheck } from '../profileCheck.ts';

/** Rows of current with an infinite value, as a share of all rows. */
export const infiniteShare = defineProfileCheck({
  id: 'infinite-share',
  label: 'Share of infinite values',
  group: 'values',
  form: 'share',
  kinds: ['numeric'],
  what: 'The share of infinite values',
  of: ({ count, positiveInfinity, negativeInfinity }) => (count === 0 ? null : (positiveInfinity + negativeInfinity) / count),
  automatic: notMore,
  byDefault: 'at most the reference’s',
  looksAtRows: true,
  failingRows: infiniteRows,
  count: ({ positiveInfinity, negativeInfinity }) => positiveInfinity + negativeInfinity,
});
