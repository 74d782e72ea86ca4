import { formatNumber } from '#shared/text/formatNumber.ts';
import { defineDatasetCheck } from '../defineCheck.ts';

/** The error with which the principal components of the reference reconstruct current rows. */
export const multivariateDriftPca = defineDatasetCheck({
  id: 'multivariate-drift-pca',
  label: 'Reconstruction error',
  group: 'drift',
  form: 'number',
  needs: 'multivariate-drift',
  noun: () => 'The mean reconstruction error',
  measure: ({ report: { multivariateDrift } }) => {
    const found = multivariateDrift?.reconstruction ?? null;
    if (found === null) return { value: null, referenceValue: null, reason: 'not-tested' };
    return { value: found.current.value, referenceValue: found.mean, detail: `reference ${formatNumber(found.mean)}` };
  },
  automatic: (_, { report }) => {
    const found = report.multivariateDrift?.reconstruction ?? null;
    return found === null ? null : { between: [found.lower, found.upper] };
  },
  byDefault: 'within three standard deviations of the pieces of the reference',
});
