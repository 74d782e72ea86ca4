import type { MetricValue } from '../defineMetric.ts';

/** How one class fares against all others, in rows or in sums of their weights. */
export interface ClassCounts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

/** The four counts of a class in a matrix of true (first index) and predicted classes. */
export function classCounts(matrix: readonly (readonly number[])[], index: number): ClassCounts {
  // Each is a sum of its own: of weights, differences would leave crumbs where there is nothing.
  let [truePositives, falsePositives, falseNegatives, trueNegatives] = [0, 0, 0, 0];
  matrix.forEach((counts, truth) => {
    counts.forEach((count, guess) => {
      if (truth === index && guess === index) truePositives += count;
      else if (truth === index) falseNegatives += count;
      else if (guess === index) falsePositives += count;
      else trueNegatives += count;
    });
  });
  return { truePositives, falsePositives, falseNegatives, trueNegatives };
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
