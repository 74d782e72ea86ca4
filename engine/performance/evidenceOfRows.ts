import type { ClassificationEvidence, ClassScoreEvidence } from '../metrics/classificationEvidence.ts';
import type { RegressionEvidence } from '../metrics/regressionEvidence.ts';
import { CompensatedSum } from '../stats/compensatedSum.ts';
import { momentsOf } from '../stats/moments.ts';
import { ScoreSweep } from './scoreSweep.ts';

/** Evidence of predicted numbers that are held in memory. Values are finite, as many targets as predictions. */
export function regressionEvidenceOfRows(targets: Float64Array, predictions: Float64Array): RegressionEvidence {
  const errors = predictions.map((prediction, i) => prediction - targets[i]!);
  const absolute = new CompensatedSum();
  const relative = new CompensatedSum();
  let nonzero = 0;
  let [smallestError, largestError] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  errors.forEach((error, i) => {
    absolute.add(Math.abs(error));
    smallestError = Math.min(smallestError, error);
    largestError = Math.max(largestError, error);
    if (targets[i] === 0) return;
    nonzero += 1;
    relative.add(Math.abs(error / targets[i]!));
  });
  const moments = momentsOf(errors);
  return {
    rows: targets.length,
    weight: targets.length,
    errors: moments,
    unweightedErrors: moments,
    smallestError,
    largestError,
    absoluteErrorSum: absolute.value,
    targets: momentsOf(targets),
    relative: { weight: nonzero, sum: relative.value },
  };
}

function sweepClass(truth: readonly string[], label: string, scores: Float64Array): ClassScoreEvidence {
  const order = Uint32Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[b]! - scores[a]!);
  const positives = truth.reduce((count, each) => count + Number(each === label), 0);
  const sweep = new ScoreSweep({ positives, negatives: truth.length - positives }, { thresholds: [], topRows: null, step: 1 });
  for (let from = 0; from < order.length;) {
    const score = scores[order[from]!]!;
    let [to, hits] = [from, 0];
    for (; to < order.length && scores[order[to]!] === score; to += 1) hits += Number(truth[order[to]!] === label);
    sweep.push(Math.min(1, Math.max(0, score)), hits, to - from - hits);
    from = to;
  }
  return sweep.finish().evidence;
}

export interface PredictedClasses {
  readonly truth: readonly string[];
  readonly guesses: readonly string[];
  /** By class its probability in each row; empty where the model gives labels only. */
  readonly probabilities: ReadonlyMap<string, Float64Array>;
  /** Of two classes, the one whose numbers are shown; null: the mean over classes. */
  readonly positive: string | null;
}

/** Evidence of predicted classes that are held in memory. Probabilities are finite. */
export function classificationEvidenceOfRows({ truth, guesses, probabilities, positive }: PredictedClasses): ClassificationEvidence {
  const found = [...new Set([...truth, ...guesses])].sort();
  // The positive class of two comes last.
  const labels = positive === null || found.length > 2 ? found : [...found.filter((label) => label !== positive), positive];
  const places = new Map(labels.map((label, i) => [label, i]));
  const matrix = labels.map(() => labels.map(() => 0));
  truth.forEach((label, row) => (matrix[places.get(label)!]![places.get(guesses[row]!)!]! += 1));
  const rows = truth.length;
  if (labels.length <= 2 && positive !== null) {
    const scores = probabilities.get(positive);
    const at = places.get(positive) ?? labels.length;
    return { rows, weight: rows, matrix, positive: at, scores: scores === undefined ? null : sweepClass(truth, positive, scores) };
  }
  const all = labels.every((label) => probabilities.has(label));
  const classScores = all ? labels.map((label) => sweepClass(truth, label, probabilities.get(label)!)) : null;
  return { rows, weight: rows, matrix, positive: null, scores: null, classScores };
}
