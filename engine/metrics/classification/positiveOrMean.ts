import type { ClassificationEvidence } from '../classificationEvidence.ts';
import type { MetricValue } from '../defineMetric.ts';
import { classCounts, type ClassCounts } from './classCounts.ts';

/**
 * A number of the positive class, or without one its plain mean over the classes that occur on this side as truth or as
 * prediction. In the mean a class without the number counts as 0, as in scikit-learn.
 */
export function positiveOrMean({ matrix, positive }: ClassificationEvidence, of: (counts: ClassCounts) => MetricValue): MetricValue {
  if (positive !== null) return of(classCounts(matrix, positive));
  return meanOverClasses(
    matrix.map((_, index) => classCounts(matrix, index)),
    of,
  );
}

/** The plain mean over those classes of which there are more than `least` rows that are of it or predicted to be. */
export function meanOverClasses(classes: readonly ClassCounts[], of: (counts: ClassCounts) => MetricValue, least = 0): MetricValue {
  const occurring = classes.filter(
    ({ truePositives, falsePositives, falseNegatives }) => truePositives + falsePositives + falseNegatives > least,
  );
  const values = occurring.map(of);
  const [first] = values;
  if (first === undefined) return { none: 'no-valid-values' };
  if (values.every((value) => typeof value !== 'number')) return first;
  return values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0) / values.length;
}

/** 0 in place of an absent number. */
export function orZero(value: MetricValue): number {
  return typeof value === 'number' ? value : 0;
}
