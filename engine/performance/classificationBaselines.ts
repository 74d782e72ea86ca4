import type { BaselineRow } from '#shared/domain/performance.ts';
import type { ClassificationEvidence, ClassScoreEvidence } from '../metrics/classificationEvidence.ts';
import { measure, type MetricValue } from '../metrics/defineMetric.ts';
import { formatNumber } from '#shared/text/formatNumber.ts';
import { classificationMetrics } from '../metrics/metrics.ts';
import { baselineRow, type Both } from './metricRows.ts';
import { ScoreSweep } from './scoreSweep.ts';

/** Rows, or the sums of their weights, by true class, in the order of the labels; null where a side lacks a target. */
export type ClassTotals = Both<readonly number[] | null>;

/** So many classes are named where a guess knows the shares of all. */
const mostNamed = 5;

type SideName = 'reference' | 'current';

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

interface Guesses {
  readonly labels: readonly string[];
  readonly totals: ClassTotals;
  readonly positive: number | null;
  /** The side whose shares of classes are known, in words. */
  readonly known: string;
  /** Its shares; null where no target is known. */
  readonly shares: readonly number[] | null;
}

/** A guess: what it predicts, in words and as the constant, and the evidence it would have given on true classes. */
interface Guess {
  readonly predicts: string;
  readonly value: string | number | { readonly none: 'no-such-column' | 'no-valid-values' };
  evidence(counts: readonly number[]): Partial<ClassificationEvidence>;
}

/** One class for every row. */
function always({ labels }: Guesses, index: number, predicts: string): Guess {
  const matrix = (counts: readonly number[]): number[][] => counts.map((count) => labels.map((_, guess) => (guess === index ? count : 0)));
  return { predicts, value: labels[index] ?? '', evidence: (counts) => ({ matrix: matrix(counts) }) };
}

/** Each class at random, as often as it is known to occur; what is to be expected of it. */
function atRandom({ shares, positive, known }: Guesses, absent: Guess['value']): Guess {
  return {
    predicts: `each class at random, as often as in ${known},`,
    value: shares === null ? absent : (shares[positive ?? 0] ?? 0),
    evidence: (counts) => ({ matrix: counts.map((count) => (shares ?? []).map((share) => count * share)) }),
  };
}

function scoresOf(probability: number, positives: number, negatives: number): ClassScoreEvidence {
  const sweep = new ScoreSweep({ positives, negatives }, { thresholds: [], topRows: null });
  sweep.push(probability, positives, negatives);
  return sweep.finish().evidence;
}

/** The known share of each class as its probability in every row. */
function byShares({ labels, shares, positive, known }: Guesses, absent: Guess['value']): Guess {
  const evidence = (counts: readonly number[]): Partial<ClassificationEvidence> => {
    const classes = counts.map((count, index) => scoresOf(shares?.[index] ?? 0, count, sum(counts) - count));
    return positive === null ? { classScores: classes } : { scores: classes[positive] ?? null };
  };
  if (positive === null) {
    const words = labels.map((label, index) => `${label} ${formatNumber(shares?.[index] ?? 0)}`).slice(0, mostNamed);
    const value = shares === null ? absent : words.join(', ') + (labels.length > mostNamed ? ', …' : '');
    return { predicts: `the shares of the classes in ${known}`, value, evidence };
  }
  return { predicts: `the share of positives in ${known}`, value: shares?.[positive] ?? absent, evidence };
}

function scored({ totals, positive }: Guesses, metric: string, guess: Guess): (side: SideName) => MetricValue {
  return (side) => {
    const counts = totals[side];
    const rows = counts === null ? 0 : sum(counts);
    const found = classificationMetrics.get(metric);
    if (counts === null || found === undefined) return { none: 'no-such-column' };
    const bare = { rows, weight: rows, matrix: [], positive, scores: null };
    return measure(found, rows === 0 ? bare : { ...bare, ...guess.evidence(counts) });
  };
}

function guessesOf(labels: readonly string[], totals: ClassTotals, positive: number | null): Guesses {
  const has = (side: SideName): boolean => sum(totals[side] ?? []) > 0;
  // Where the reference has no target, the current shares are all there is to compare with.
  const known: SideName = !has('reference') && has('current') ? 'current' : 'reference';
  const own = has(known) ? totals[known] : null;
  const shares = own === null ? null : own.map((count) => count / sum(own));
  return { labels, totals, positive, shares, known: known === 'reference' ? 'the reference' : 'the current data' };
}

/** Guesses that know the shares of classes and nothing of a row, each with the metrics it is the right one for. */
export function classificationBaselines(
  labels: readonly string[],
  totals: ClassTotals,
  asked: { readonly positive: number | null; readonly withProbabilities: boolean },
): BaselineRow[] {
  const guesses = guessesOf(labels, totals, asked.positive);
  const { shares, positive, known } = guesses;
  const absent: Guess['value'] = { none: totals.reference === null && totals.current === null ? 'no-such-column' : 'no-valid-values' };
  const most = shares === null ? null : shares.indexOf(Math.max(...shares));
  const common = { ...always(guesses, most ?? 0, `the most common class of ${known}`), ...(most === null && { value: absent }) };
  const row = (metric: string, guess: Guess): BaselineRow => baselineRow({ metric, ...guess }, scored(guesses, metric, guess));
  const ofLabels =
    positive === null
      ? ['accuracy', 'balanced-accuracy', 'precision', 'recall', 'f1', 'specificity'].map((metric) => row(metric, common))
      : [
          ...['accuracy', 'balanced-accuracy'].map((metric) => row(metric, common)),
          ...['precision', 'f1'].map((metric) => row(metric, always(guesses, positive, 'the positive class for every row'))),
          ...['recall', 'specificity'].map((metric) => row(metric, atRandom(guesses, absent))),
        ];
  if (!asked.withProbabilities) return ofLabels;
  const ofScores = ['roc-auc', ...(positive === null ? ['roc-auc-weighted'] : []), 'average-precision', 'log-loss', 'brier', 'ece'];
  return [...ofLabels, ...ofScores.map((metric) => row(metric, byShares(guesses, absent)))];
}
