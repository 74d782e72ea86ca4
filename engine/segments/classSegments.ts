import type { ClassificationPerformance } from '#shared/domain/performance.ts';
import { quoteText } from '../data/quote.ts';
import { countSegmentLabels, streamSegmentScores, type SegmentLabels } from '../data/evidence/segmentClasses.ts';
import type { ClassificationEvidence, ClassScoreEvidence } from '../metrics/classificationEvidence.ts';
import { measure } from '../metrics/defineMetric.ts';
import { classificationMetrics } from '../metrics/metrics.ts';
import { classSql, scoreColumns } from '../performance/gatherClasses.ts';
import type { RoleSide } from '../performance/roleSides.ts';
import { ScoreSweep } from '../performance/scoreSweep.ts';
import { sum } from '../stats/shares.ts';
import { numberOf } from './regressionSegments.ts';
import { ScoreCells } from './scoreCells.ts';
import { gatherScoreBlocks, type ScoreBlocks } from './scoreBlocks.ts';
import type { SegmentDrawing, SegmentStatistics } from './segmentIntervals.ts';
import type { SegmentWork } from './segmentWork.ts';

interface SideRequest {
  readonly side: RoleSide;
  readonly code: string;
  readonly count: number;
  readonly section: ClassificationPerformance;
}

type MeasuredRows = { rows: number; statistics: SegmentStatistics };

const metrics = classificationMetrics.all;

function drawingOf(cells: Float64Array, evidenceOf: (cells: Float64Array) => ClassificationEvidence): SegmentDrawing {
  return {
    cells,
    of: (drawn) => {
      const evidence = evidenceOf(drawn);
      return metrics.map((metric) => numberOf(measure(metric, evidence)));
    },
  };
}

function statisticsOf(exact: ClassificationEvidence, drawings: readonly SegmentDrawing[]): MeasuredRows {
  return {
    rows: exact.rows,
    statistics: { exact: metrics.map((metric) => ({ metric: metric.id, value: measure(metric, exact) })), drawings },
  };
}

/** Only the metrics that rest on probabilities; the others are drawn from labels. */
function scoreDrawing(blocks: ScoreBlocks, byLabels: ClassificationEvidence): SegmentDrawing {
  const asked = metrics.map((metric) => {
    const without = measure(metric, byLabels);
    return typeof without !== 'number' && without.none === 'needs-probabilities';
  });
  return {
    cells: blocks.blocks,
    of: (times) => {
      const evidence = { ...byLabels, ...blocks.evidence(times) };
      return metrics.map((metric, i) => (asked[i] === true ? numberOf(measure(metric, evidence)) : null));
    },
  };
}

function matrixFrom(cells: Float64Array, classes: number): number[][] {
  return Array.from({ length: classes }, (_, truth) => Array.from({ length: classes }, (_, guess) => cells[truth * classes + guess] ?? 0));
}

interface Gathered {
  readonly request: SideRequest;
  readonly found: readonly SegmentLabels[];
  /** SQL of the true class, and of whether the class in question is predicted. */
  readonly truth: string;
  readonly guess: string | null;
}

/** Distinct probabilities of one class, segment by segment. */
async function sweepClass(
  work: SegmentWork,
  { request, found, truth, guess }: Gathered,
  { label, score }: { readonly label: string; readonly score: string },
): Promise<{ evidence: ClassScoreEvidence; cells: ScoreCells }[]> {
  const { side, code, count, section } = request;
  const totals = Array.from({ length: count }, () => ({ positives: 0, negatives: 0 }));
  for (const each of found) totals[each.segment]![each.truth === label ? 'positives' : 'negatives'] += each.rows;
  const threshold = section.probabilityThreshold ?? 0.5;
  const called = guess === null ? `${score} >= ${threshold}` : `(${guess}) = ${quoteText(label)}`;
  const sweeps = totals.map((own) => new ScoreSweep(own, { thresholds: [], topRows: null, step: 1 }));
  const cells = totals.map(() => new ScoreCells(guess === null));
  await work.database.using(work.context.signal, (connection) =>
    streamSegmentScores(
      connection,
      { view: side.view, code, truth, score, called, positive: label },
      ({ segment, score: at, positives, all, calledPositives, called: calledAll }) => {
        sweeps[segment]!.push(at, positives, all - positives);
        cells[segment]!.add(at, { positives, all, calledPositives, called: calledAll });
      },
      work.pacer,
    ),
  );
  return sweeps.map((sweep, i) => ({ evidence: sweep.finish().evidence, cells: cells[i]! }));
}

/** Two classes, one of which has a probability: everything can be drawn anew from cells of probability. */
async function twoClasses(work: SegmentWork, gathered: Gathered, asked: { label: string; score: string }): Promise<MeasuredRows[]> {
  const swept = await sweepClass(work, gathered, asked);
  return swept.map(({ evidence: scores, cells }) => {
    const rows = scores.positives + scores.negatives;
    const exact = { rows, weight: rows, matrix: cells.matrix(cells.counts), positive: 1, scores };
    return statisticsOf(exact, [drawingOf(cells.counts, (drawn) => cells.evidence(drawn))]);
  });
}

/** The probabilities of every class, to be drawn anew; null where no interval is asked for. */
function blocksOf(
  work: SegmentWork,
  { request, truth }: Gathered,
  scores: ReadonlyMap<string | null, string>,
): Promise<ScoreBlocks[]> | null {
  if (work.settings.segments.confidence === null) return null;
  const { labels } = request.section;
  const { view } = request.side;
  return gatherScoreBlocks(work, { ...request, view, truth, labels, scores: labels.map((label) => scores.get(label)!) });
}

/** Labels, and where there are several classes with a probability each the scores of each. */
async function byMatrix(work: SegmentWork, gathered: Gathered, scores: ReadonlyMap<string | null, string>): Promise<MeasuredRows[]> {
  const { found, request } = gathered;
  const { labels, positiveLabel } = request.section;
  const at = new Map(labels.map((label, index) => [label, index]));
  const cells = Array.from({ length: request.count }, () => new Float64Array(labels.length ** 2));
  for (const each of found) cells[each.segment]![at.get(each.truth)! * labels.length + at.get(each.guess)!] = each.rows;
  const classes: { evidence: ClassScoreEvidence }[][] = [];
  for (const label of labels) {
    const score = scores.get(label);
    if (labels.length > 2 && score !== undefined) classes.push(await sweepClass(work, gathered, { label, score }));
  }
  const blocks = classes.length === labels.length ? await blocksOf(work, gathered, scores) : null;
  const positive = positiveLabel === null ? null : (at.get(positiveLabel) ?? null);
  const evidenceOf = (drawn: Float64Array): ClassificationEvidence => ({
    rows: sum(drawn),
    weight: sum(drawn),
    matrix: matrixFrom(drawn, labels.length),
    positive,
    scores: null,
  });
  return cells.map((own, segment) => {
    const classScores = classes.length === labels.length ? classes.map((each) => each[segment]!.evidence) : null;
    const drawings = [drawingOf(own, evidenceOf), ...(blocks === null ? [] : [scoreDrawing(blocks[segment]!, evidenceOf(own))])];
    return statisticsOf({ ...evidenceOf(own), classScores }, drawings);
  });
}

/** Classification metrics of each segment of one side, over all rows. */
export async function classSegments(work: SegmentWork, request: SideRequest): Promise<MeasuredRows[]> {
  const { side, code, section } = request;
  const { truth, guess } = classSql(side, work, section.predictionIs);
  const found = await work.database.using(work.context.signal, (connection) =>
    countSegmentLabels(connection, { view: side.view, code, truth, guess: guess ?? truth }),
  );
  const scores = scoreColumns(side, section.predictionIs);
  const gathered = { request, found, truth, guess };
  const label = section.positiveLabel;
  const score = label === null ? undefined : (scores.get(label) ?? scores.get(null));
  return label !== null && score !== undefined ? twoClasses(work, gathered, { label, score }) : byMatrix(work, gathered, scores);
}
