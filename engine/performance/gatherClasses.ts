import type { ProbabilitySide } from '#shared/domain/performance.ts';
import { countLabelPairs, labelExpression, streamScores, type LabelPair } from '../data/evidence/labels.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import type { ScoreEvidence } from '../metrics/classificationEvidence.ts';
import { onBoth, type Both } from './metricRows.ts';
import type { PerformanceWork, RoleSide } from './roleSides.ts';
import { ScoreSweep, tableThresholds } from './scoreSweep.ts';

export type LabelCounts = readonly LabelPair[];

export interface SideSql {
  readonly truth: string;
  readonly guess: string;
  readonly score: string;
}

/** Truth values are written as numbers where the other column holds classes that are numbers. */
export function sideSql(
  { target, prediction }: Pick<RoleSide, 'target' | 'prediction'>,
  work: Pick<PerformanceWork, 'settings'>,
  predictionIs: 'labels' | 'probability',
): SideSql {
  const isNumber = [target, prediction].some(({ family }) => family === 'integer' || family === 'fraction');
  const emptyIsMissing = work.settings.missing.includes('empty-string');
  const form = { truthAsNumber: isNumber && predictionIs === 'labels', emptyIsMissing };
  return {
    truth: labelExpression(target, form),
    guess: labelExpression(prediction, form),
    score: `(${numberExpression(prediction, 'numeric')})`,
  };
}

/** Rows by true and predicted class on each side; beside probabilities the guess is the true class. null: too many. */
export async function gatherLabels(
  work: PerformanceWork,
  predictionIs: 'labels' | 'probability',
  mostLabels: number,
): Promise<Both<LabelCounts | null> | null> {
  const counts: { reference: LabelCounts | null; current: LabelCounts | null } = { reference: null, current: null };
  for (const name of ['reference', 'current'] as const) {
    const side = work.sides[name];
    if (side === null) continue;
    const sql = sideSql(side, work, predictionIs);
    const known = `case when isfinite(${sql.score}) then ${sql.truth} end`;
    const guess = predictionIs === 'labels' ? sql.guess : known;
    const truth = predictionIs === 'labels' ? sql.truth : known;
    const found = await work.database.using(work.context.signal, (connection) =>
      countLabelPairs(connection, { view: side.view, truth, guess, most: mostLabels * mostLabels }),
    );
    if (found === null) return null;
    counts[name] = found;
  }
  return counts;
}

export interface ProbabilityResult {
  readonly rows: number;
  readonly matrix: number[][];
  readonly scores: ScoreEvidence;
  readonly side: ProbabilitySide;
}

interface Shape {
  readonly labels: readonly string[];
  readonly positive: string;
}

async function sweepSide(
  work: PerformanceWork,
  side: RoleSide,
  counts: LabelCounts,
  { labels, positive }: Shape,
): Promise<ProbabilityResult> {
  const { truth, score } = sideSql(side, work, 'probability');
  const rows = counts.reduce((sum, pair) => sum + pair.rows, 0);
  const positives = counts.find((pair) => pair.truth === positive)?.rows ?? 0;
  const threshold = work.settings.performance.probabilityThreshold;
  const sweep = new ScoreSweep({ positives, negatives: rows - positives }, tableThresholds(threshold));
  await work.database.using(work.context.signal, (connection) =>
    streamScores(connection, { view: side.view, truth, score, positive }, (...group) => sweep.push(...group), work.pacer),
  );
  const { evidence, side: curves, countsAt } = sweep.finish();
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = countsAt(threshold);
  const matrix = labels.map((truthLabel) =>
    labels.map((guess) => {
      if (truthLabel === positive) return guess === positive ? truePositives : falseNegatives;
      return guess === positive ? falsePositives : trueNegatives;
    }),
  );
  return { rows, matrix, scores: evidence, side: curves };
}

/** Everything that rests on probabilities, on each side. */
export async function gatherProbabilities(
  work: PerformanceWork,
  counts: Both<LabelCounts | null>,
  shape: Shape,
): Promise<Both<ProbabilityResult | null>> {
  const results: { reference: ProbabilityResult | null; current: ProbabilityResult | null } = onBoth(() => null);
  for (const name of ['reference', 'current'] as const) {
    const [side, own] = [work.sides[name], counts[name]];
    if (side !== null && own !== null) results[name] = await sweepSide(work, side, own, shape);
  }
  return results;
}
