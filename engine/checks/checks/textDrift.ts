import { defineDatasetCheck } from '../defineCheck.ts';

/** Columns of text that drifted in content, as a share of those with a verdict. */
export const textDrift = defineDatasetCheck({
  id: 'text-drift',
  label: 'Share of drifted texts',
  group: 'drift',
  form: 'share',
  needs: 'text-drift',
  noun: () => 'The share of text columns that drifted',
  measure: ({ report: { textDrift: found } }) => {
    if (found === null) return { value: null, referenceValue: null, reason: 'no-such-column', detail: 'no column is free text' };
    const { shareOfDriftedColumns, numberOfDriftedColumns, numberOfColumns } = found;
    const detail = `${numberOfDriftedColumns} of ${numberOfColumns}`;
    return { value: shareOfDriftedColumns, referenceValue: null, reason: 'not-tested', detail };
  },
  automatic: () => ({ lt: 0.3 }),
  byDefault: 'less than 30 %',
  fixed: true,
});
