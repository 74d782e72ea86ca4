import { notMuchMore } from '../automaticConditions.ts';
import { defineSideCheck } from '../profileCheck.ts';

/** Missing values of current as a share of its cells, rows × columns. */
export const missingValuesShare = defineSideCheck({
  id: 'missing-values-share',
  label: 'Share of missing values',
  group: 'missing',
  form: 'share',
  what: 'The share of missing values',
  of: (report, side) => report.missingValues[side].shareOfMissingValues,
  automatic: notMuchMore,
  byDefault: 'at most the reference’s, + 10 %',
});
