import type { BaselineRow, MetricRow, PerformanceSection } from '../domain/performance.ts';
import { absenceWords } from './absenceReasons.ts';
import { formatNumber, formatShare } from './formatNumber.ts';

/** How a metric is written in tables. */
export interface MetricName {
  readonly short: string;
  readonly better: 'higher' | 'lower' | 'nearer-zero' | 'nearer-one';
  /** A share is written as per cent where that is how people say it. */
  readonly asShare: boolean;
}

const name = (short: string, better: MetricName['better'], asShare = false): MetricName => ({ short, better, asShare });

const names: Readonly<Record<string, MetricName>> = {
  mae: name('Mean absolute error', 'lower'),
  rmse: name('Root mean squared error', 'lower'),
  mape: name('Mean absolute percentage error', 'lower', true),
  r2: name('R²', 'higher'),
  'mean-error': name('Mean error', 'nearer-zero'),
  'error-standard-deviation': name('Standard deviation of the error', 'lower'),
  'max-error': name('Largest absolute error', 'lower'),
  accuracy: name('Accuracy', 'higher'),
  'balanced-accuracy': name('Balanced accuracy', 'higher'),
  precision: name('Precision', 'higher'),
  recall: name('Recall', 'higher'),
  f1: name('F1', 'higher'),
  specificity: name('Specificity', 'higher'),
  mcc: name('Matthews correlation', 'higher'),
  'roc-auc': name('Area under the ROC curve', 'higher'),
  'roc-auc-weighted': name('Area under the ROC curve, by class size', 'higher'),
  'average-precision': name('Average precision', 'higher'),
  'log-loss': name('Log loss', 'lower'),
  brier: name('Brier score', 'lower'),
  ece: name('Expected calibration error', 'lower'),
  'ndcg-at-k': name('NDCG at k', 'higher'),
  'map-at-k': name('Mean average precision at k', 'higher'),
  'mrr-at-k': name('Mean reciprocal rank at k', 'higher'),
  'hit-rate-at-k': name('Hit rate at k', 'higher'),
  'precision-at-k': name('Precision at k', 'higher'),
  'recall-at-k': name('Recall at k', 'higher'),
  'f1-at-k': name('F1 at k', 'higher'),
  'statistical-parity-difference': name('Statistical parity difference', 'nearer-zero'),
  'disparate-impact': name('Disparate impact', 'nearer-one'),
  'equal-opportunity-difference': name('Equal opportunity difference', 'nearer-zero'),
  'average-odds-difference': name('Average odds difference', 'nearer-zero'),
  'equalised-odds-difference': name('Equalised odds difference', 'nearer-zero'),
  'predictive-parity-difference': name('Predictive parity difference', 'nearer-zero'),
  'accuracy-difference': name('Accuracy difference', 'nearer-zero'),
};

/** The names of a metric; an unknown id stands for itself. */
export function metricName(id: string): MetricName {
  return (Object.hasOwn(names, id) ? names[id] : undefined) ?? name(id, 'higher');
}

/** Every metric that has a name, for the test that keeps this list and the registry equal. */
export const namedMetrics: readonly string[] = Object.keys(names);

/** The number of one side in words; where there is none, why. */
export function metricText(row: MetricRow | BaselineRow, side: 'reference' | 'current'): string {
  const value = row[side];
  if (value === null) return absenceWords[row.reasons[side] ?? 'not-for-this-kind'];
  return metricName(row.metric).asShare ? formatShare(value) : formatNumber(value);
}

const goodness: Readonly<Record<MetricName['better'], (value: number) => number>> = {
  higher: (value) => value,
  lower: (value) => -value,
  'nearer-zero': (value) => -Math.abs(value),
  'nearer-one': (value) => -Math.abs(value - 1),
};

/** Whether the current data are served better or worse than the reference was; null where that cannot be said. */
export function metricChange({ metric, reference, current }: MetricRow): { text: string; is: 'better' | 'worse' | 'same' } | null {
  if (reference === null || current === null) return null;
  const { better, asShare } = metricName(metric);
  const gain = goodness[better](current) - goodness[better](reference);
  const difference = current - reference;
  const number = asShare ? formatShare(Math.abs(difference)) : formatNumber(Math.abs(difference));
  const sign = difference < 0 ? '−' : '+';
  return { text: difference === 0 ? '0' : `${sign}${number}`, is: gain === 0 ? 'same' : gain > 0 ? 'better' : 'worse' };
}

export interface MetricLine {
  readonly id: string;
  readonly label: string;
  readonly reference: string;
  readonly current: string;
  readonly change: string;
  readonly is: 'better' | 'worse' | 'same' | null;
  /** What a constant known from the reference scores on the current data; empty where there is none. */
  readonly baseline: string;
  readonly predicts: string;
}

/** The metrics of a section as lines of a table; those that no side can have are left out. */
export function metricLines({ metrics, baselines }: PerformanceSection): MetricLine[] {
  const impossible = ({ reasons }: MetricRow): boolean =>
    [reasons['reference'], reasons['current']].some((reason) => reason === 'needs-probabilities' || reason === 'two-classes');
  return metrics
    .filter((row) => !impossible(row))
    .map((row): MetricLine => {
      const change = metricChange(row);
      const baseline = baselines.find(({ metric }) => metric === row.metric);
      return {
        id: row.metric,
        label: metricName(row.metric).short,
        reference: metricText(row, 'reference'),
        current: metricText(row, 'current'),
        change: change?.text ?? '–',
        is: change?.is ?? null,
        baseline: baseline === undefined ? '' : metricText(baseline, 'current'),
        predicts: baseline?.predicts ?? '',
      };
    });
}
