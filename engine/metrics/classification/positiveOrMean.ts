import type { ClassificationEvidence } from '../classificationEvidence.ts';
import type { MetricValue } from '../defineMetric.ts';
import { classCounts, type ClassCounts } from './classCounts.ts';

/**
 * A number of the positive class, or without one its plain mean over the classes that occur on this side as truth or as
 * prediction. In the mean a class without the number counts as 0, as in scikit-learn.
 */
export function positiveOrMean({ matrix, positive }: ClassificationEvidence, of: (counts: ClassCounts) => MetricValue): MetricValue {
  if (positive !== null) return of(classCounts(matrix, positive));
  const occurring = matrix
    .map((_, index) => classCounts(matrix, index))
    .filter(({ truePositives, falsePositives, falseNegatives }) => truePositives + falsePositives + falseNegatives > 0);
  const values = occurring.map(of);
  const [first] = values;
  if (first !== undefined && values.every((value) => typeof value !== 'number')) return first;
  return values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0) / values.length;
}

/** 0 in place of an absent number. */
export function orZero(value: MetricValue): number {
  return typeof value === 'number' ? value : 0;
}
