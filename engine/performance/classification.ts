import type { CompatSetting } from '#shared/domain/compat.ts';
import type { ClassificationPerformance, ClassSide, MetricRow, ProbabilitySide } from '#shared/domain/performance.ts';
import { classCounts, f1Of, precisionOf, recallOf } from '../metrics/classification/classCounts.ts';
import type { ClassificationEvidence, ScoreEvidence } from '../metrics/classificationEvidence.ts';
import { measure } from '../metrics/defineMetric.ts';
import { classificationMetrics } from '../metrics/metrics.ts';
import { classificationBaselines } from './classificationBaselines.ts';
import { gatherLabels, gatherProbabilities, type LabelCounts } from './gatherClasses.ts';
import { metricRow, onBoth, withReasons, type Both } from './metricRows.ts';
import { counterpart, positiveClass } from './positiveClass.ts';
import { usedRows, type PerformanceWork } from './roleSides.ts';

/** More classes than this make no table that can be read. */
export const mostLabels = 50;

interface SideResult {
  readonly rows: number;
  readonly matrix: number[][];
  readonly scores: ScoreEvidence | null;
  readonly side: ProbabilitySide | null;
}

function classSide({ matrix, rows }: SideResult, index: number): ClassSide {
  const counts = classCounts(matrix, index);
  const actual = counts.truePositives + counts.falseNegatives;
  const numbers = {
    share: rows === 0 ? ({ none: 'no-valid-values' } as const) : actual / rows,
    precision: precisionOf(counts),
    recall: recallOf(counts),
    f1: f1Of(counts),
  };
  return { actual, predicted: counts.truePositives + counts.falsePositives, ...withReasons(numbers) };
}

function metricsOf(results: Both<SideResult | null>, positive: number | null, compat: CompatSetting): MetricRow[] {
  const evidence = onBoth((side): ClassificationEvidence | null => {
    const result = results[side];
    return result === null ? null : { rows: result.rows, matrix: result.matrix, positive, scores: result.scores };
  });
  return classificationMetrics.all.map((metric) =>
    metricRow(
      metric.id,
      onBoth((side) => measure(metric, evidence[side], compat)),
    ),
  );
}

interface Shape {
  readonly labels: readonly string[];
  readonly positive: string | null;
}

interface Frame {
  readonly work: PerformanceWork;
  readonly taskReason: string;
  readonly predictionIs: 'labels' | 'probability';
}

function assemble(
  { work, taskReason, predictionIs }: Frame,
  { labels, positive }: Shape,
  results: Both<SideResult | null>,
): ClassificationPerformance {
  const { roles, performance } = work.settings;
  const positiveIndex = positive === null ? null : labels.indexOf(positive);
  const withProbabilities = predictionIs === 'probability';
  const totals = onBoth((side) => results[side]?.matrix.map((counts) => counts.reduce((sum, count) => sum + count, 0)) ?? null);
  return {
    task: 'classification',
    target: roles.target ?? '',
    prediction: roles.prediction ?? '',
    taskReason,
    rows: onBoth((side) => usedRows(work.sides[side], results[side]?.rows ?? 0)),
    metrics: metricsOf(results, positiveIndex, work.settings.compat),
    baselines: classificationBaselines(labels, totals, { positive: positiveIndex, withProbabilities }),
    predictionIs,
    positiveLabel: positive,
    probabilityThreshold: withProbabilities ? performance.probabilityThreshold : null,
    labels: [...labels],
    matrix: onBoth((side) => results[side]?.matrix ?? null),
    classes: labels.map((label, index) => ({
      label,
      ...onBoth((side) => (results[side] === null ? null : classSide(results[side], index))),
      reasons: {},
    })),
    probabilities: withProbabilities ? onBoth((side) => results[side]?.side ?? null) : null,
  };
}

const total = (matrix: readonly (readonly number[])[]): number => matrix.flat().reduce((sum, count) => sum + count, 0);

function labelsOf(counts: Both<LabelCounts | null>): string[] {
  const all = [counts.reference, counts.current].flatMap((side) => side ?? []);
  return [...new Set(all.flatMap(({ truth, guess }) => [truth, guess]))].sort(inOrder);
}

/** Numbers first and by size, other classes by code unit. */
export function inOrder(a: string, b: string): number {
  const [x, y] = [a, b].map((label) => (label.trim() === '' ? NaN : Number(label))) as [number, number];
  if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
  if (!Number.isNaN(x) && x !== y) return x - y;
  return a < b ? -1 : a > b ? 1 : 0;
}

function matrixOf(counts: LabelCounts, labels: readonly string[]): number[][] {
  const at = new Map(labels.map((label, index) => [label, index]));
  const matrix = labels.map(() => labels.map(() => 0));
  for (const { truth, guess, rows } of counts) matrix[at.get(truth)!]![at.get(guess)!] = rows;
  return matrix;
}

/** Measures predicted classes, or what is impossible to say as a sentence. */
export async function measureClassification(frame: Frame): Promise<ClassificationPerformance | string> {
  const { work, predictionIs } = frame;
  const asked = { chosen: work.settings.performance.positiveLabel, prediction: work.settings.roles.prediction ?? '' };
  const counts = await gatherLabels(work, predictionIs, mostLabels);
  if (counts === null) return `there are more than ${mostLabels} classes.`;
  const found = labelsOf(counts);
  if (found.length > mostLabels) return `there are more than ${mostLabels} classes.`;
  if (predictionIs === 'labels') {
    const results = onBoth((side): SideResult | null => {
      const own = counts[side];
      if (own === null) return null;
      const matrix = matrixOf(own, found);
      return { rows: total(matrix), matrix, scores: null, side: null };
    });
    return assemble(frame, { labels: found, positive: positiveClass(found, asked) }, results);
  }
  if (found.length > 2) return `one column of probabilities fits two classes, and the target has ${found.length}.`;
  const [first] = found;
  if (first === undefined) return 'no row has both a class and a probability.';
  const positive = positiveClass(found, asked) ?? counterpart(first);
  const other = found.find((label) => label !== positive) ?? counterpart(positive);
  const shape = { labels: [positive, other].sort(inOrder), positive };
  return assemble(frame, shape, await gatherProbabilities(work, counts, shape));
}
