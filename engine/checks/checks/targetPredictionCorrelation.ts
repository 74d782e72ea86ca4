import type { Side } from '#shared/domain/dataset.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import { coefficientOf } from '#shared/text/describeCorrelations.ts';
import { defineDatasetCheck } from '../defineCheck.ts';

function correlation({ correlations, settings }: DriftReport, side: Side): number | null {
  const { target, prediction } = settings.roles;
  const pair = correlations?.numeric.pairs.find(({ a, b }) => (a === target && b === prediction) || (a === prediction && b === target));
  return pair === undefined || correlations === null ? null : coefficientOf(pair, side, correlations.method);
}

/** How the prediction correlates with the target. */
export const targetPredictionCorrelation = defineDatasetCheck({
  id: 'target-prediction-correlation',
  label: 'Correlation of target and prediction',
  group: 'relations',
  form: 'number',
  needs: 'correlations',
  noun: () => 'The correlation of target and prediction',
  measure: ({ report }) => ({
    value: correlation(report, 'current'),
    referenceValue: correlation(report, 'reference'),
    reason: 'no-valid-values',
  }),
  // Stronger is better here, and must not fail.
  automatic: (reference) => (reference === null ? { gt: 0 } : { gte: { value: reference, absolute: 0.25 } }),
  byDefault: 'at least the reference’s, − 0.25',
});
