import type { ClassCounts } from '../metrics/classification/classCounts.ts';
import { CompensatedSum } from '../stats/compensatedSum.ts';
import { multinomialDraw } from '../stats/multinomialDraw.ts';
import { ExpectedSweep, type EstimatedClassMetric } from './expectedSweep.ts';

const scoreCells = 500;
const draws = 100;

/** How far a metric of n rows lies from its expected value, as a standard error; null where the reference cannot tell. */
export type StandardError = (n: number) => number | null;

/** Mean and variance of numbers in [0, 1]. */
class UnitSums {
  private weight = 0;
  private readonly sum = new CompensatedSum();
  private readonly squares = new CompensatedSum();

  add(value: number, weight: number): void {
    this.weight += weight;
    this.sum.add((value - 0.5) * weight);
    this.squares.add((value - 0.5) ** 2 * weight);
  }

  /** The variance of a mean of so many. */
  varianceOver(rows: number): number {
    const mean = this.sum.value / this.weight;
    return Math.max(0, this.squares.value / this.weight - mean * mean) / rows;
  }
}

export function bernoulli(right: number, relevant: number, all: number): StandardError {
  if (relevant === 0) return () => null;
  const share = right / relevant;
  return (n) => Math.sqrt((share * (1 - share)) / ((n * relevant) / all));
}

function f1Error({ truePositives, falsePositives, falseNegatives }: ClassCounts, all: number): StandardError {
  const relevant = truePositives + falsePositives + falseNegatives;
  if (relevant === 0) return () => null;
  const weight = relevant / (truePositives + (falsePositives + falseNegatives) / 2);
  const plain = bernoulli(truePositives, relevant, all);
  return (n) => (plain(n) ?? 0) * weight;
}

/**
 * What the reference says about chance: takes its distinct probabilities from the highest down, with the rows counted by
 * class, and gives the standard error that each metric has on n rows.
 */
export class ReferenceSpread {
  private abovePositives = 0;
  private aboveNegatives = 0;
  private readonly ofPositives = new UnitSums();
  private readonly ofNegatives = new UnitSums();
  private readonly cells = new Float64Array(2 * (scoreCells + 1));

  constructor(private readonly totals: { readonly positives: number; readonly negatives: number }) {}

  push(score: number, positives: number, rows: number): void {
    const negatives = rows - positives;
    const { totals } = this;
    if (positives > 0) this.ofPositives.add((this.aboveNegatives + negatives / 2) / Math.max(1, totals.negatives), positives);
    if (negatives > 0) this.ofNegatives.add((this.abovePositives + positives / 2) / Math.max(1, totals.positives), negatives);
    this.abovePositives += positives;
    this.aboveNegatives += negatives;
    const cell = 2 * Math.floor(score * scoreCells);
    this.cells[cell]! += positives;
    this.cells[cell + 1]! += negatives;
  }

  /** Both the positives and the negatives of a sample are drawn by chance. */
  private rocAuc(): StandardError {
    const { positives, negatives } = this.totals;
    if (positives === 0 || negatives === 0) return () => null;
    const all = positives + negatives;
    return (n) => Math.sqrt(this.ofPositives.varianceOver((n * positives) / all) + this.ofNegatives.varianceOver((n * negatives) / all));
  }

  /** No formula is known that is short: rows drawn anew, on probabilities rounded to cells, tell the spread. */
  private averagePrecision(random: () => number): StandardError {
    if (this.totals.positives === 0) return () => null;
    const drawn = new Float64Array(this.cells.length);
    const values = new UnitSums();
    for (let draw = 0; draw < draws; draw++) {
      multinomialDraw(this.cells, random, drawn);
      const sweep = new ExpectedSweep();
      for (let cell = scoreCells; cell >= 0; cell--) {
        const [positives, rows] = [drawn[2 * cell]!, drawn[2 * cell]! + drawn[2 * cell + 1]!];
        if (rows > 0) sweep.push(positives, rows);
      }
      const value = sweep.metric('average-precision');
      if (typeof value === 'number') values.add(value, 1);
    }
    const all = this.totals.positives + this.totals.negatives;
    const spread = Math.sqrt(values.varianceOver(1) * all);
    return (n) => spread / Math.sqrt(n);
  }

  /** The standard errors, from the counts of the reference at the threshold. */
  standardErrors(counts: ClassCounts, random: () => number): Readonly<Record<EstimatedClassMetric, StandardError>> {
    const { truePositives, falsePositives, falseNegatives, trueNegatives } = counts;
    const all = truePositives + falsePositives + falseNegatives + trueNegatives;
    return {
      accuracy: bernoulli(truePositives + trueNegatives, all, all),
      precision: bernoulli(truePositives, truePositives + falsePositives, all),
      recall: bernoulli(truePositives, truePositives + falseNegatives, all),
      specificity: bernoulli(trueNegatives, trueNegatives + falsePositives, all),
      f1: f1Error(counts, all),
      'roc-auc': this.rocAuc(),
      'average-precision': this.averagePrecision(random),
    };
  }
}

/** The standard error of the number of rows in one cell of the confusion matrix. */
export function cellError(rows: number, all: number): StandardError {
  if (all === 0) return () => null;
  const share = rows / all;
  return (n) => Math.sqrt(share * (1 - share) * n);
}
