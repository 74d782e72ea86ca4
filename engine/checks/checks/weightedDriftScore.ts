import { formatShare } from '#shared/text/formatNumber.ts';
import { defineDatasetCheck } from '../defineCheck.ts';

/** Drift of the columns, weighted by what each is worth to the model. */
export const weightedDriftScore = defineDatasetCheck({
  id: 'weighted-drift-score',
  label: 'Drift weighted by importance',
  group: 'drift',
  form: 'number',
  needs: 'target-drift',
  noun: () => 'The drift weighted by importance',
  measure: ({ report: { modelDrift } }) => {
    const weighted = modelDrift?.weighted ?? null;
    if (weighted === null) return { value: null, referenceValue: null, reason: 'not-estimated', detail: 'no importance is known' };
    const { score, driftedImportance } = weighted;
    const detail = driftedImportance === null ? undefined : `${formatShare(driftedImportance)} of the importance on drifted columns`;
    return { value: score, referenceValue: null, reason: 'not-tested', detail };
  },
  automatic: () => ({ lt: 0.2 }),
  byDefault: 'less than 0.2',
  fixed: true,
});
