import { defineDatasetCheck } from '../defineCheck.ts';

/** How far the predictive power of any single feature moved. */
export const predictivePowerChange = defineDatasetCheck({
  id: 'predictive-power-change',
  label: 'Change of predictive power',
  group: 'relations',
  form: 'number',
  needs: 'target-leakage',
  noun: () => 'The largest change of the predictive power of a feature',
  measure: ({ report: { targetLeakage } }) => {
    const features = targetLeakage?.features.filter(({ change }) => change !== null) ?? [];
    const [most] = features.sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
    if (most === undefined) return { value: null, referenceValue: null, reason: 'no-valid-values' };
    return { value: Math.abs(most.change ?? 0), referenceValue: 0, reason: 'no-valid-values', detail: most.column };
  },
  automatic: () => ({ lt: 0.2 }),
  byDefault: 'less than 0.2',
  fixed: true,
});
