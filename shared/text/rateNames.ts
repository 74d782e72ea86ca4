import type { RateId } from '../domain/fairnessRates.ts';

export interface RateName {
  readonly short: string;
  readonly means: string;
}

/** The rates of a group as tables write them, and what each is a share of. */
export const rateNames: Readonly<Record<RateId, RateName>> = {
  selectionRate: { short: 'selection rate', means: 'rows predicted to be positive' },
  truePositiveRate: { short: 'true positive rate', means: 'positives predicted to be positive' },
  falsePositiveRate: { short: 'false positive rate', means: 'negatives predicted to be positive' },
  precision: { short: 'precision', means: 'rows predicted to be positive that are' },
  falseOmissionRate: { short: 'false omission rate', means: 'rows predicted to be negative that are positive' },
  accuracy: { short: 'accuracy', means: 'rows predicted rightly' },
};
