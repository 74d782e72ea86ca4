import { defineDatasetCheck } from '../defineCheck.ts';

/** How well the strongest single feature predicts the target. */
export const featurePredictivePower = defineDatasetCheck({
  id: 'feature-predictive-power',
  label: 'Predictive power of one feature',
  group: 'relations',
  form: 'number',
  needs: 'target-leakage',
  noun: () => 'The predictive power of the strongest single feature',
  measure: ({ report: { targetLeakage } }) => {
    const features = targetLeakage?.features.filter(({ current }) => current !== null) ?? [];
    const [strongest] = features.sort((a, b) => (b.current ?? 0) - (a.current ?? 0));
    if (strongest === undefined) return { value: null, referenceValue: null, reason: 'no-valid-values' };
    const { current, reference, column } = strongest;
    return { value: current, referenceValue: reference, reason: 'no-valid-values', detail: column };
  },
  automatic: () => ({ lt: 0.8 }),
  byDefault: 'less than 0.8',
  fixed: true,
});
