import { defineDatasetCheck } from '../defineCheck.ts';

/** Drifted columns as a share of those with a verdict. */
export const driftedColumnsShare = defineDatasetCheck({
  id: 'drifted-columns-share',
  label: 'Share of drifted columns',
  group: 'drift',
  form: 'share',
  noun: () => 'The share of drifted columns',
  measure: ({ report }) => {
    const { shareOfDriftedColumns, numberOfDriftedColumns, numberOfColumns } = report.dataDrift;
    const detail = `${numberOfDriftedColumns} of ${numberOfColumns}`;
    return { value: shareOfDriftedColumns, referenceValue: null, reason: 'not-tested', detail };
  },
  automatic: () => ({ lt: 0.3 }),
  byDefault: 'less than 30 %',
  fixed: true,
});
