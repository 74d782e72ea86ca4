import type { MetricValue } from '../defineMetric.ts';

/** How one class fares against all others. */
export interface ClassCounts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

/** The four counts of a class in a matrix of true (first index) and predicted classes. */
export function classCounts(matrix: readonly (readonly number[])[], index: number): ClassCounts {
  let [actual, predicted, rows] = [0, 0, 0];
  matrix.forEach((counts, truth) => {
    counts.forEach((count, guess) => {
      rows += count;
      if (truth === index) actual += count;
      if (guess === index) predicted += count;
    });
  });
  const truePositives = matrix[index]?.[index] ?? 0;
  const falsePositives = predicted - truePositives;
  const falseNegatives = actual - truePositives;
  return { truePositives, falsePositives, falseNegatives, trueNegatives: rows - truePositives - falsePositives - falseNegatives };
}

export function precisionOf({ truePositives, falsePositives }: ClassCounts): MetricValue {
  const predicted = truePositives + falsePositives;
  return predicted === 0 ? { none: 'class-not-predicted' } : truePositives / predicted;
}

export function recallOf({ truePositives, falseNegatives }: ClassCounts): MetricValue {
  const actual = truePositives + falseNegatives;
  return actual === 0 ? { none: 'class-not-in-target' } : truePositives / actual;
}

export function specificityOf({ trueNegatives, falsePositives }: ClassCounts): MetricValue {
  const others = trueNegatives + falsePositives;
  return others === 0 ? { none: 'one-class' } : trueNegatives / others;
}

export function f1Of({ truePositives, falsePositives, falseNegatives }: ClassCounts): MetricValue {
  const sum = 2 * truePositives + falsePositives + falseNegatives;
  return sum === 0 ? { none: 'class-not-in-target' } : (2 * truePositives) / sum;
}
