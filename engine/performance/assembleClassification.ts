import type { CompatSetting } from '#shared/domain/compat.ts';
import type { ClassificationPerformance, ClassSide, MetricRow } from '#shared/domain/performance.ts';
import { classCounts, f1Of, precisionOf, recallOf } from '../metrics/classification/classCounts.ts';
import { averagePrecisionOf, brierOf, calibrationErrorOf, rocAucOf } from '../metrics/classification/scoreNumbers.ts';
import type { ClassificationEvidence, ScoreEvidence } from '../metrics/classificationEvidence.ts';
import { measure, type MetricValue } from '../metrics/defineMetric.ts';
import { classificationMetrics } from '../metrics/metrics.ts';
import { classificationBaselines, type ClassTotals } from './classificationBaselines.ts';
import type { PredictionForm, ScoreResult } from './gatherClasses.ts';
import { metricRow, onBoth, withReasons, type Both } from './metricRows.ts';
import { usedRows, type PerformanceWork } from './roleSides.ts';

/** Curves of more classes are left out; their numbers are all there. */
const drawnClasses = 10;

/** What was found of one side. */
export interface SideResult {
  readonly rows: number;
  readonly matrix: number[][];
  /** Of the positive class of two. */
  readonly positive: ScoreResult | null;
  /** Of each of several classes, in the order of the labels. */
  readonly classes: readonly ScoreResult[] | null;
}

export interface Frame {
  readonly work: PerformanceWork;
  readonly taskReason: string;
  readonly form: PredictionForm;
}

export interface Shape {
  readonly labels: readonly string[];
  readonly positive: string | null;
}

/** What the probabilities of a class are worth. Of two classes both have one ROC curve and one Brier score. */
function scoreNumbers(
  evidence: ScoreEvidence | null,
  isPositive: boolean,
): Record<'rocAuc' | 'averagePrecision' | 'brier' | 'ece', MetricValue> {
  const none: MetricValue = { none: evidence === null ? 'needs-probabilities' : 'only-for-positive-class' };
  if (evidence === null || evidence.positives + evidence.negatives === 0) {
    const absent: MetricValue = evidence === null ? none : { none: 'no-valid-values' };
    return { rocAuc: absent, averagePrecision: absent, brier: absent, ece: absent };
  }
  return {
    rocAuc: rocAucOf(evidence),
    averagePrecision: isPositive ? averagePrecisionOf(evidence) : none,
    brier: brierOf(evidence),
    ece: isPositive ? calibrationErrorOf(evidence) : none,
  };
}

const totalOf = (matrix: readonly (readonly number[])[]): number => matrix.flat().reduce((sum, each) => sum + each, 0);

function classSide({ matrix, rows, positive, classes }: SideResult, index: number, positiveIndex: number | null): ClassSide {
  const counts = classCounts(matrix, index);
  const actual = counts.truePositives + counts.falseNegatives;
  const numbers = {
    share: rows === 0 ? ({ none: 'no-valid-values' } as const) : Math.min(1, actual / totalOf(matrix)),
    precision: precisionOf(counts),
    recall: recallOf(counts),
    f1: f1Of(counts),
    ...scoreNumbers((classes?.[index] ?? positive)?.evidence ?? null, classes !== null || index === positiveIndex),
  };
  return { actual, predicted: counts.truePositives + counts.falsePositives, ...withReasons(numbers) };
}

function metricsOf(results: Both<SideResult | null>, positive: number | null, compat: CompatSetting): MetricRow[] {
  const evidence = onBoth((side): ClassificationEvidence | null => {
    const result = results[side];
    if (result === null) return null;
    const { rows, matrix, classes } = result;
    return {
      rows,
      weight: totalOf(matrix),
      matrix,
      positive,
      scores: result.positive?.evidence ?? null,
      classScores: classes?.map((each) => each.evidence) ?? null,
    };
  });
  return classificationMetrics.all.map((metric) =>
    metricRow(
      metric.id,
      onBoth((side) => measure(metric, evidence[side], compat)),
    ),
  );
}

type ClassProbabilities = ClassificationPerformance['classProbabilities'];

/** The curves of the most common classes, in the order of the labels. */
function classCurves(labels: readonly string[], results: Both<SideResult | null>): ClassProbabilities {
  if (results.reference?.classes == null && results.current?.classes == null) return [];
  const sizeOf = (index: number): number =>
    [results.reference, results.current].reduce((sum, side) => sum + (side?.matrix[index] ?? []).reduce((all, count) => all + count, 0), 0);
  const drawn = labels
    .map((_, index) => index)
    .sort((a, b) => sizeOf(b) - sizeOf(a) || a - b)
    .slice(0, drawnClasses)
    .sort((a, b) => a - b);
  return drawn.map((index) => ({ label: labels[index]!, ...onBoth((side) => results[side]?.classes?.[index]?.side ?? null) }));
}

/** The section of predicted classes. */
export function assembleClassification(
  { work, taskReason, form }: Frame,
  { labels, positive }: Shape,
  results: Both<SideResult | null>,
  totals: ClassTotals,
): ClassificationPerformance {
  const { roles, performance } = work.settings;
  const positiveIndex = positive === null ? null : labels.indexOf(positive);
  const sides = [results.reference, results.current];
  const ofPositive = sides.some((side) => side !== null && side.positive !== null);
  const withProbabilities = ofPositive || sides.some((side) => side !== null && side.classes !== null);
  return {
    task: 'classification',
    target: roles.target ?? '',
    prediction: roles.prediction,
    weight: roles.weight,
    taskReason,
    rows: onBoth((side) => usedRows(work.sides[side], results[side]?.rows ?? 0)),
    metrics: metricsOf(results, positiveIndex, work.settings.compat),
    baselines: classificationBaselines(labels, totals, { positive: positiveIndex, withProbabilities }),
    predictionIs: form,
    probabilityColumns: roles.probabilities,
    positiveLabel: positive,
    probabilityThreshold: form === 'probability' ? performance.probabilityThreshold : null,
    labels: [...labels],
    matrix: onBoth((side) => results[side]?.matrix ?? null),
    classes: labels.map((label, index) => ({
      label,
      ...onBoth((side) => (results[side] === null ? null : classSide(results[side], index, positiveIndex))),
      reasons: {},
    })),
    probabilities: ofPositive ? onBoth((side) => results[side]?.positive?.side ?? null) : null,
    classProbabilities: classCurves(labels, results),
  };
}
