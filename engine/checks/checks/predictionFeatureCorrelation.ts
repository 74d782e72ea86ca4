import { defineCorrelationCheck } from '../correlationCheck.ts';

/** The strongest correlation of a feature with the prediction. */
export const predictionFeatureCorrelation = defineCorrelationCheck({
  id: 'prediction-feature-correlation',
  label: 'Correlation of features with the prediction',
  what: 'The strongest correlation of a feature with the prediction',
  roles: ['prediction', 'feature'],
});
