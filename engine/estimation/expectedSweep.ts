import type { ClassCounts } from '../metrics/classification/classCounts.ts';
import type { ClassificationEvidence } from '../metrics/classificationEvidence.ts';
import { measure, type MetricValue } from '../metrics/defineMetric.ts';
import { classificationMetrics } from '../metrics/metrics.ts';
import { CompensatedSum } from '../stats/compensatedSum.ts';

/** What can be estimated without labels, in the order in which it is shown. */
export const estimatedClassMetrics = ['accuracy', 'precision', 'recall', 'specificity', 'f1', 'roc-auc', 'average-precision'] as const;
export type EstimatedClassMetric = (typeof estimatedClassMetrics)[number];

/**
 * Takes distinct probabilities from the highest down, each with its rows and how many of them are positive: counted ones
 * give the performance as it was, expected ones (a fraction of the rows) give the estimate. Memory does not grow.
 */
export class ExpectedSweep {
  private rows = 0;
  private readonly positives = new CompensatedSum();
  private readonly calledRight = new CompensatedSum();
  private called = 0;
  private readonly concordant = new CompensatedSum();
  private readonly precision = new CompensatedSum();

  /** The next lower probability. */
  push(positives: number, rows: number): void {
    const above = this.positives.value;
    this.concordant.add((rows - positives) * (above + positives / 2));
    this.rows += rows;
    this.positives.add(positives);
    if (positives > 0) this.precision.add(positives * ((above + positives) / this.rows));
  }

  /** Of the rows that were pushed, some that the model calls positive. */
  call(positives: number, rows: number): void {
    this.called += rows;
    this.calledRight.add(positives);
  }

  get size(): number {
    return this.rows;
  }

  counts(): ClassCounts {
    const [truePositives, positives] = [this.calledRight.value, this.positives.value];
    const falsePositives = this.called - truePositives;
    const falseNegatives = Math.max(0, positives - truePositives);
    return { truePositives, falsePositives, falseNegatives, trueNegatives: Math.max(0, this.rows - this.called - falseNegatives) };
  }

  private evidence(): ClassificationEvidence {
    const { truePositives, falsePositives, falseNegatives, trueNegatives } = this.counts();
    const positives = this.positives.value;
    const unused = { logLossSum: 0, squaredErrorSum: 0, calibrationGapSum: 0 };
    const sums = { concordantPairs: this.concordant.value, precisionSum: this.precision.value };
    return {
      rows: this.rows,
      weight: this.rows,
      matrix: [
        [trueNegatives, falsePositives],
        [falseNegatives, truePositives],
      ],
      positive: 1,
      scores: { positives, negatives: this.rows - positives, ...sums, ...unused },
    };
  }

  metric(id: EstimatedClassMetric): MetricValue {
    const metric = classificationMetrics.get(id);
    if (metric === undefined) throw new Error(`no metric ${id}`);
    return measure(metric, this.evidence());
  }
}
