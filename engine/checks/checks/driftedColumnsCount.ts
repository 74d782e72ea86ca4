import { defineDatasetCheck } from '../defineCheck.ts';

/** Drifted columns among those with a verdict. */
export const driftedColumnsCount = defineDatasetCheck({
  id: 'drifted-columns-count',
  label: 'Number of drifted columns',
  group: 'drift',
  form: 'count',
  noun: () => 'The number of drifted columns',
  measure: ({ report }) => {
    const { numberOfColumns, numberOfDriftedColumns } = report.dataDrift;
    const value = numberOfColumns === 0 ? null : numberOfDriftedColumns;
    return { value, referenceValue: null, reason: 'not-tested', detail: `of ${numberOfColumns}` };
  },
  automatic: (_, { report }) => ({ lt: Math.max(1, Math.floor(report.dataDrift.numberOfColumns / 3)) }),
  byDefault: 'fewer than a third of the columns with a verdict, rounded down',
  fixed: true,
  compat: {
    evidently: {
      difference: {
        ours: 'the limit is never below 1',
        theirs: 'the limit of one or two columns is `lt 0`, which nothing meets',
        why: 'a data set of two columns can pass',
      },
      automatic: (_, { report }) => ({ lt: Math.floor(report.dataDrift.numberOfColumns / 3) }),
    },
  },
});
