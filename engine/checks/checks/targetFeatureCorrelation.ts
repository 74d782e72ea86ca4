import { defineCorrelationCheck } from '../correlationCheck.ts';

/** The strongest correlation of a feature with the target. */
export const targetFeatureCorrelation = defineCorrelationCheck({
  id: 'target-feature-correlation',
  label: 'Correlation of features with the target',
  what: 'The strongest correlation of a feature with the target',
  roles: ['target', 'feature'],
});
