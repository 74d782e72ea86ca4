import type { AbsenceReason } from '#shared/domain/profile.ts';
import { f1Of, precisionOf, recallOf, specificityOf, type ClassCounts } from '../metrics/classification/classCounts.ts';
import { meanOverClasses } from '../metrics/classification/positiveOrMean.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import { bernoulli, type StandardError } from './referenceSpread.ts';
import type { EstimatedClassMetric, ExpectedSweep } from './expectedSweep.ts';

/** A class of which fewer rows than this are expected, and that no row is called, counts as absent from an estimate. */
const fewestExpected = 0.5;

const ofCounts: Readonly<Partial<Record<EstimatedClassMetric, (counts: ClassCounts) => MetricValue>>> = {
  precision: precisionOf,
  recall: recallOf,
  specificity: specificityOf,
  f1: f1Of,
};

const none = (reason: AbsenceReason): MetricValue => ({ none: reason });

/** A metric of several classes from one sweep a class over the same rows: the accuracy, else the plain mean over classes, as measured performance has it. */
export function severalClassMetric(sweeps: readonly ExpectedSweep[], id: EstimatedClassMetric, is: 'estimated' | 'realised'): MetricValue {
  const rows = sweeps[0]?.size ?? 0;
  if (rows === 0) return none('no-valid-values');
  const least = is === 'estimated' ? fewestExpected : 0;
  const counts = sweeps.map((sweep) => sweep.counts());
  if (id === 'accuracy') return counts.reduce((sum, { truePositives }) => sum + truePositives, 0) / rows;
  const of = ofCounts[id];
  if (of !== undefined) return meanOverClasses(counts, of, least);
  const values = sweeps
    .filter((_, index) => counts[index]!.truePositives + counts[index]!.falseNegatives > least)
    .map((sweep) => sweep.metric(id));
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === 0) return values[0] ?? none('one-class');
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}

/** The standard errors of one class. */
export type ClassErrors = Readonly<Record<EstimatedClassMetric, StandardError>>;

/**
 * The standard error of a metric of several classes from those of each: of the accuracy that of a share; of a mean over
 * classes as if they varied apart from each other, but of the areas, whose classes rest on the same rows, as if they varied
 * together. A class of which the reference has none adds nothing.
 */
export function severalClassError(id: EstimatedClassMetric, errors: readonly ClassErrors[], counts: readonly ClassCounts[]): StandardError {
  if (id === 'accuracy') {
    const right = counts.reduce((sum, { truePositives }) => sum + truePositives, 0);
    const [first] = counts;
    const all = first === undefined ? 0 : first.truePositives + first.falsePositives + first.falseNegatives + first.trueNegatives;
    return bernoulli(right, all, all);
  }
  const together = id === 'roc-auc' || id === 'average-precision';
  const occurring = counts.filter(
    ({ truePositives, falsePositives, falseNegatives }) => truePositives + falsePositives + falseNegatives > 0,
  );
  return (n) => {
    const known = errors.map((each) => each[id](n)).filter((error) => error !== null);
    if (known.length === 0) return null;
    const sum = together ? known.reduce((total, error) => total + error, 0) : Math.hypot(...known);
    return sum / Math.max(1, occurring.length);
  };
}
