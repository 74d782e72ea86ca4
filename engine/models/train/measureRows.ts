import type { Reasons } from '#shared/domain/profile.ts';
import type { ClassificationEvidence } from '../../metrics/classificationEvidence.ts';
import { measure, type MetricValue } from '../../metrics/defineMetric.ts';
import { classificationMetrics, regressionMetrics } from '../../metrics/metrics.ts';
import type { RegressionEvidence } from '../../metrics/regressionEvidence.ts';
import { ScoreSweep } from '../../performance/scoreSweep.ts';
import { CompensatedSum } from '../../stats/compensatedSum.ts';
import { momentsOf } from '../../stats/moments.ts';

/** Metrics by name beside the number of rows; an absent one is null with its reason. */
export interface Measured {
  readonly numbers: Record<string, number | null>;
  readonly reasons: Reasons;
}

function withRows(rows: number, values: readonly (readonly [string, MetricValue])[]): Measured {
  const numbers: Measured['numbers'] = { rows };
  const reasons: Reasons = {};
  for (const [id, value] of values) {
    numbers[id] = typeof value === 'number' ? value : null;
    if (typeof value !== 'number') reasons[id] = value.none;
  }
  return { numbers, reasons };
}

function sumOf(values: Float64Array): number {
  const sum = new CompensatedSum();
  for (const value of values) sum.add(value);
  return sum.value;
}

function regressionEvidence(targets: Float64Array, predictions: Float64Array): RegressionEvidence {
  const errors = targets.map((target, i) => predictions[i]! - target);
  const moments = momentsOf(errors);
  const sizes = errors.map(Math.abs);
  const relative = sizes.map((size, i) => size / Math.abs(targets[i]!)).filter((_, i) => targets[i] !== 0);
  return {
    rows: targets.length,
    weight: targets.length,
    errors: moments,
    unweightedErrors: moments,
    smallestError: errors.reduce((least, error) => Math.min(least, error), Number.POSITIVE_INFINITY),
    largestError: errors.reduce((most, error) => Math.max(most, error), Number.NEGATIVE_INFINITY),
    absoluteErrorSum: sumOf(sizes),
    targets: momentsOf(targets),
    relative: { weight: relative.length, sum: sumOf(relative) },
  };
}

/** Metrics of predicted numbers over chosen rows. */
export function measureNumbers(rows: Uint32Array, target: Float64Array, predictions: Float64Array): Measured {
  const evidence = regressionEvidence(
    Float64Array.from(rows, (row) => target[row]!),
    Float64Array.from(rows, (row) => predictions[row]!),
  );
  return withRows(
    rows.length,
    regressionMetrics.all.map((metric) => [metric.id, measure(metric, evidence)]),
  );
}

/** Probabilities of classes, a line for each row. */
export interface Probabilities {
  readonly classes: number;
  readonly cells: Float64Array;
}

function sweepClass(
  rows: Uint32Array,
  codes: Int32Array,
  { classes, cells }: Probabilities,
  index: number,
): ReturnType<ScoreSweep['finish']> {
  const scores = Float64Array.from(rows, (row) => cells[row * classes + index]!);
  const order = Uint32Array.from(rows, (_, i) => i).sort((a, b) => scores[b]! - scores[a]!);
  const positives = rows.reduce((sum, row) => sum + Number(codes[row] === index), 0);
  const sweep = new ScoreSweep({ positives, negatives: rows.length - positives }, { thresholds: [], topRows: null });
  for (let from = 0; from < order.length;) {
    const score = scores[order[from]!]!;
    let [to, hits] = [from, 0];
    for (; to < order.length && scores[order[to]!] === score; to++) hits += Number(codes[rows[order[to]!]!] === index);
    sweep.push(score, hits, to - from - hits);
    from = to;
  }
  return sweep.finish();
}

export function highestOf({ classes, cells }: Probabilities, row: number): number {
  let best = 0;
  for (let i = 1; i < classes; i++) if (cells[row * classes + i]! > cells[row * classes + best]!) best = i;
  return best;
}

/** Metrics of predicted classes over chosen rows; of two the second is the positive one. `codes` are places of the true classes. */
export function measureClasses(rows: Uint32Array, codes: Int32Array, probabilities: Probabilities): Measured {
  const count = probabilities.classes;
  const matrix = Array.from({ length: count }, () => Array.from({ length: count }, () => 0));
  for (const row of rows) matrix[codes[row]!]![highestOf(probabilities, row)]!++;
  const sweeps = Array.from({ length: count }, (_, index) =>
    count === 2 && index === 0 ? null : sweepClass(rows, codes, probabilities, index),
  );
  const evidence: ClassificationEvidence = {
    rows: rows.length,
    weight: rows.length,
    matrix,
    positive: count === 2 ? 1 : null,
    scores: count === 2 ? sweeps[1]!.evidence : null,
    classScores: count === 2 ? null : sweeps.map((sweep) => sweep!.evidence),
  };
  return withRows(
    rows.length,
    classificationMetrics.all.map((metric) => [metric.id, measure(metric, evidence)]),
  );
}
