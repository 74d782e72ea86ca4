import { formatPValue } from '#shared/text/formatNumber.ts';
import { defineDatasetCheck } from '../defineCheck.ts';

/** How well a classifier tells current rows from reference ones. */
export const multivariateDriftClassifier = defineDatasetCheck({
  id: 'multivariate-drift-classifier',
  label: 'Area of the domain classifier',
  group: 'drift',
  form: 'number',
  needs: 'multivariate-drift',
  noun: () => 'The area under the ROC curve of the domain classifier',
  measure: ({ report: { multivariateDrift } }) => {
    const found = multivariateDrift?.classifier ?? null;
    if (found === null) return { value: null, referenceValue: null, reason: 'not-tested' };
    return { value: found.rocAuc, referenceValue: null, reason: 'not-tested', detail: `p ${formatPValue(found.pValue)}` };
  },
  automatic: (_, { report }) => ({ lte: report.multivariateDrift?.classifier?.threshold ?? 0.65 }),
  byDefault: 'at most 0.65, or the limit of the settings',
  fixed: true,
});
