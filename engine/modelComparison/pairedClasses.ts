import type { PairedCell } from '../data/evidence/pairedRows.ts';
import type { ClassificationEvidence } from '../metrics/classificationEvidence.ts';
import { measure } from '../metrics/defineMetric.ts';
import { classificationMetrics } from '../metrics/metrics.ts';
import { ScoreCells } from '../segments/scoreCells.ts';
import { sum } from '../stats/shares.ts';
import type { PairedStatistics } from './pairedIntervals.ts';

/** Cells of probability, as in the performance by segment. */
export const pairedScoreCells = 200;

function valuesOf(evidence: ClassificationEvidence): (number | null)[] {
  return classificationMetrics.all.map((metric) => {
    const value = measure(metric, evidence);
    return typeof value === 'number' ? value : null;
  });
}

/** Metrics of the labels of two models, from counts of rows that share truth and both guesses. */
function byLabels(cells: readonly PairedCell[], labels: readonly string[], positive: number | null): PairedStatistics['of'] {
  const place = new Map(labels.map((label, i) => [label, i]));
  const at = cells.map(({ truth, first, second }) => [place.get(truth), place.get(first), place.get(second)] as const);
  return (drawn) => {
    const rows = sum(drawn);
    const matrices = [0, 1].map((model) => {
      const matrix = labels.map(() => labels.map(() => 0));
      at.forEach(([truth, first, second], i) => {
        const guess = model === 0 ? first : second;
        if (truth !== undefined && guess !== undefined) matrix[truth]![guess]! += drawn[i]!;
      });
      return matrix;
    });
    const evidence = (matrix: number[][]): ClassificationEvidence => ({ rows, weight: rows, matrix, positive, scores: null });
    return { champion: valuesOf(evidence(matrices[0]!)), challenger: valuesOf(evidence(matrices[1]!)) };
  };
}

/** The place of a cell among the counts of ScoreCells: by its probability, whether it is called, whether it is positive. */
function placeOf(score: number, called: boolean, positive: boolean): number {
  return 4 * Math.floor(score * pairedScoreCells) + (called ? 2 : 0) + (positive ? 0 : 1);
}

/** All metrics of two classes with the probability of one of them. */
function byScores(cells: readonly PairedCell[], positive: string): PairedStatistics['of'] {
  const models = (['first', 'second'] as const).map((model) => {
    const scores = new ScoreCells(false);
    const places = cells.map((cell) => {
      const score = (model === 'first' ? cell.firstScore : cell.secondScore)!;
      const [called, isPositive] = [cell[model] === positive, cell.truth === positive];
      const positives = isPositive ? cell.rows : 0;
      scores.add(score, { all: cell.rows, positives, called: called ? cell.rows : 0, calledPositives: called ? positives : 0 });
      return placeOf(score, called, isPositive);
    });
    return { scores, places, drawn: new Float64Array(scores.counts.length) };
  });
  return (drawn) => {
    const [champion, challenger] = models.map(({ scores, places, drawn: own }) => {
      own.fill(0);
      for (let i = 0; i < drawn.length; i += 1) own[places[i]!]! += drawn[i]!;
      return valuesOf(scores.evidence(own));
    });
    return { champion: champion!, challenger: challenger! };
  };
}

/** What can be drawn anew of two classifiers. `positive` is the class of interest of two, with probabilities where cells have them. */
export function pairedClasses(cells: readonly PairedCell[], labels: readonly string[], positive: string | null): PairedStatistics {
  const withScores = positive !== null && cells.length > 0 && cells[0]!.firstScore !== null;
  const index = positive === null ? null : labels.indexOf(positive);
  return {
    metrics: classificationMetrics.all.map(({ id }) => id),
    cells: Float64Array.from(cells, ({ rows }) => rows),
    of: withScores ? byScores(cells, positive) : byLabels(cells, labels, index),
  };
}
