import { registry } from '#shared/lib/registry.ts';
import { accuracyDifference } from './fairness/accuracyDifference.ts';
import { averageOddsDifference } from './fairness/averageOddsDifference.ts';
import type { FairnessMetric } from './fairness/defineFairnessMetric.ts';
import { disparateImpact } from './fairness/disparateImpact.ts';
import { equalisedOddsDifference } from './fairness/equalisedOddsDifference.ts';
import { equalOpportunityDifference } from './fairness/equalOpportunityDifference.ts';
import { predictiveParityDifference } from './fairness/predictiveParityDifference.ts';
import { statisticalParityDifference } from './fairness/statisticalParityDifference.ts';

/** Disparities between groups of people, in the order in which they are shown. */
export const fairnessMetrics = registry<FairnessMetric>([
  statisticalParityDifference,
  disparateImpact,
  equalOpportunityDifference,
  averageOddsDifference,
  equalisedOddsDifference,
  predictiveParityDifference,
  accuracyDifference,
]);
