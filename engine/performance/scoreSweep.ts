import type { CalibrationBin, ProbabilitySide, ThresholdSide } from '#shared/domain/performance.ts';
import type { ClassScoreEvidence } from '../metrics/classificationEvidence.ts';
import { f1Of, precisionOf, recallOf, specificityOf, type ClassCounts } from '../metrics/classification/classCounts.ts';
import { CompensatedSum } from '../stats/compensatedSum.ts';
import { withReasons } from './metricRows.ts';
import { TopSums } from './topSums.ts';

const calibrationBins = 10;
const histogramBins = 20;
/** A curve has a point wherever it went on by this much, and at its ends. */
const usualStep = 1 / 150;
const precisionStep = 1 / 50;
/** scikit-learn's: the distance of 1 to the next double. */
const clip = 2 ** -52;

/** Thresholds of the table, and the one in use. */
export function tableThresholds(chosen: number): number[] {
  const usual = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);
  return [...new Set([...usual, chosen])].sort((a, b) => a - b);
}

/** Rows of a class and of all others, or the sums of their weights. */
export interface Totals {
  readonly positives: number;
  readonly negatives: number;
}

/** A curve that keeps a point only where it has gone on. */
class Curve {
  readonly points: [number, number][] = [];
  private latest: [number, number] | null = null;

  constructor(private readonly step: readonly [number, number]) {}

  push(x: number, y: number): void {
    this.latest = [x, y];
    const last = this.points.at(-1);
    if (last !== undefined && Math.abs(x - last[0]) < this.step[0] && Math.abs(y - last[1]) < this.step[1]) return;
    this.points.push(this.latest);
  }

  finish(): [number, number][] {
    if (this.latest !== null && this.points.at(-1) !== this.latest) this.points.push(this.latest);
    return this.points;
  }
}

class CalibrationSums {
  private readonly bins = Array.from({ length: calibrationBins }, () => ({
    rows: { positives: 0, negatives: 0 },
    positives: 0,
    negatives: 0,
    probability: new CompensatedSum(),
  }));

  push(score: number, positives: number, negatives: number, rows: Totals | null): void {
    const bin = this.bins[Math.min(Math.floor(score * calibrationBins), calibrationBins - 1)]!;
    bin.rows.positives += rows?.positives ?? positives;
    bin.rows.negatives += rows?.negatives ?? negatives;
    bin.positives += positives;
    bin.negatives += negatives;
    bin.probability.add(score * (positives + negatives));
  }

  gapSum(): number {
    return this.bins.reduce((sum, { positives, probability }) => sum + Math.abs(positives - probability.value), 0);
  }

  table(): CalibrationBin[] {
    return this.bins.map(({ rows: counted, positives, negatives, probability }, i) => {
      const none = { none: 'no-valid-values' } as const;
      const rows = counted.positives + counted.negatives;
      const numbers = {
        meanProbability: rows === 0 ? none : probability.value / (positives + negatives),
        shareOfPositives: rows === 0 ? none : positives / (positives + negatives),
      };
      return { from: i / calibrationBins, to: (i + 1) / calibrationBins, rows, positives: counted.positives, ...withReasons(numbers) };
    });
  }
}

class ProbabilityHistogram {
  private readonly positives = Array.from({ length: histogramBins }, () => 0);
  private readonly negatives = Array.from({ length: histogramBins }, () => 0);

  push(score: number, positives: number, negatives: number): void {
    const bin = Math.min(Math.floor(score * histogramBins), histogramBins - 1);
    this.positives[bin]! += positives;
    this.negatives[bin]! += negatives;
  }

  table(): ProbabilitySide['histogram'] {
    return { positives: this.positives, negatives: this.negatives };
  }
}

/** What a sweep is asked for besides its sums. */
export interface SweepRequest {
  readonly thresholds: readonly number[];
  /** Size of the top that is looked at apart; null takes a tenth. */
  readonly topRows: number | null;
  /** A coarser step makes smaller curves. */
  readonly step?: number;
}

/** Takes distinct probabilities from the highest down and works out everything that rests on them, in bounded memory. */
export class ScoreSweep {
  private truePositives = 0;
  private falsePositives = 0;
  private readonly seen = { positives: 0, negatives: 0 };
  private readonly concordant = new CompensatedSum();
  private readonly precision = new CompensatedSum();
  private readonly logLoss = new CompensatedSum();
  private readonly positiveLogLoss = new CompensatedSum();
  private readonly squared = new CompensatedSum();
  private readonly calibration = new CalibrationSums();
  private readonly histogram = new ProbabilityHistogram();
  private readonly roc: Curve;
  private readonly precisionRecall: Curve;
  private readonly gain: Curve;
  private readonly top: TopSums;
  private readonly waiting: number[];
  private readonly table: ThresholdSide[] = [];
  private readonly counts = new Map<number, ClassCounts>();

  constructor(
    private readonly totals: Totals,
    { thresholds, topRows, step = usualStep }: SweepRequest,
    /** Rows, where the totals are sums of weights. */
    private readonly rowTotals: Totals = totals,
  ) {
    this.waiting = [...thresholds].sort((a, b) => a - b);
    this.roc = new Curve([step, step]);
    this.precisionRecall = new Curve([step, Math.max(step, precisionStep)]);
    this.gain = new Curve([step, step]);
    this.top = new TopSums(rowTotals, topRows);
    this.roc.push(0, 0);
    this.gain.push(0, 0);
  }

  /** Rows of this probability, or the sums of their weights and beside them the rows. */
  push(score: number, positives: number, negatives: number, rows: Totals | null = null): void {
    const { positives: positiveRows, negatives: negativeRows } = rows ?? { positives, negatives };
    this.passThresholds(score);
    // Each new negative row loses against all positives above, and half against those that tie with it.
    this.concordant.add(negatives * (this.truePositives + positives / 2));
    this.top.push(score, positiveRows, negativeRows);
    this.histogram.push(score, positiveRows, negativeRows);
    this.truePositives += positives;
    this.falsePositives += negatives;
    this.seen.positives += positiveRows;
    this.seen.negatives += negativeRows;
    const precision = this.truePositives / (this.truePositives + this.falsePositives);
    if (positives > 0) this.precision.add(positives * precision);
    const kept = Math.min(Math.max(score, clip), 1 - clip);
    if (positives > 0) this.positiveLogLoss.add(-positives * Math.log(kept));
    if (positives > 0) this.logLoss.add(-positives * Math.log(kept));
    if (negatives > 0) this.logLoss.add(-negatives * Math.log1p(-kept));
    this.squared.add(positives * (1 - score) ** 2 + negatives * score ** 2);
    this.calibration.push(score, positives, negatives, rows);
    this.pushCurves(precision);
  }

  private pushCurves(precision: number): void {
    const { positives, negatives } = this.totals;
    if (positives === 0) return;
    const { seen, rowTotals } = this;
    const recall = Math.min(1, this.truePositives / positives);
    this.precisionRecall.push(recall, precision);
    this.gain.push((seen.positives + seen.negatives) / (rowTotals.positives + rowTotals.negatives), seen.positives / rowTotals.positives);
    if (negatives > 0) this.roc.push(Math.min(1, this.falsePositives / negatives), recall);
  }

  /** Thresholds above this probability have all their rows behind them. */
  private passThresholds(score: number): void {
    for (let last = this.waiting.at(-1); last !== undefined && last > score; last = this.waiting.at(-1)) {
      this.note(last);
      this.waiting.pop();
    }
  }

  private note(threshold: number): void {
    const { truePositives, falsePositives, totals, seen, rowTotals } = this;
    // Where no row is left there is no weight either, whatever crumbs the difference of two sums has.
    const left = (kind: keyof Totals, above: number): number => (seen[kind] === rowTotals[kind] ? 0 : Math.max(0, totals[kind] - above));
    const counts = {
      truePositives,
      falsePositives,
      falseNegatives: left('positives', truePositives),
      trueNegatives: left('negatives', falsePositives),
    };
    this.counts.set(threshold, counts);
    const numbers = { precision: precisionOf(counts), recall: recallOf(counts), specificity: specificityOf(counts), f1: f1Of(counts) };
    this.table.unshift({ threshold, predicted: truePositives + falsePositives, truePositives, ...withReasons(numbers) });
  }

  finish(): { evidence: ClassScoreEvidence; side: ProbabilitySide; countsAt: (threshold: number) => ClassCounts } {
    this.passThresholds(Number.NEGATIVE_INFINITY);
    const evidence = {
      ...this.totals,
      concordantPairs: this.concordant.value,
      precisionSum: this.precision.value,
      logLossSum: this.logLoss.value,
      positiveLogLossSum: this.positiveLogLoss.value,
      squaredErrorSum: this.squared.value,
      calibrationGapSum: this.calibration.gapSum(),
    };
    const oneClass = this.totals.positives === 0 || this.totals.negatives === 0;
    const side = {
      roc: oneClass ? [] : this.roc.finish(),
      precisionRecall: this.precisionRecall.finish(),
      calibration: this.calibration.table(),
      thresholds: this.table,
      gain: this.totals.positives === 0 ? [] : this.gain.finish(),
      top: this.top.table(),
      chosenTop: this.top.chosenTop(),
      histogram: this.histogram.table(),
    };
    return { evidence, side, countsAt: (threshold) => this.counts.get(threshold)! };
  }
}
