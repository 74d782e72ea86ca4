import type { SuiteEntry } from '#shared/domain/suite.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import { registry } from '#shared/lib/registry.ts';

/** A ready-made list of checks. */
export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly summary: string;
  readonly entries: readonly SuiteEntry[];
  /** Lines that depend on what the report holds. */
  readonly more?: (report: DriftReport) => readonly SuiteEntry[];
}

const stability: readonly SuiteEntry[] = [
  { check: 'number-of-rows' },
  { check: 'number-of-columns' },
  { check: 'column-types' },
  { check: 'column-missing-share', columns: 'all' },
  { check: 'out-of-range-share', columns: 'numeric' },
  { check: 'out-of-list-share', columns: 'categorical' },
  { check: 'mean-in-sigmas', columns: 'numeric' },
];

const dataStability: Preset = {
  id: 'data-stability',
  label: 'Data stability',
  summary: 'Is the current data of the same shape: rows, columns, types, missing values, ranges, categories and means?',
  entries: stability,
};

const dataQuality: Preset = {
  id: 'data-quality',
  label: 'Data quality',
  summary: 'Is the current data as complete and as varied as the reference?',
  entries: [
    { check: 'column-missing-share', columns: 'all' },
    { check: 'most-common-share', columns: 'all' },
    { check: 'constant-columns' },
    { check: 'empty-columns' },
    { check: 'duplicated-columns' },
    { check: 'duplicated-rows-count' },
    { check: 'infinite-share', columns: 'numeric' },
  ],
};

const dataDrift: Preset = {
  id: 'data-drift',
  label: 'Data drift',
  summary: 'Do the distributions agree, column by column and as a whole?',
  entries: [{ check: 'drifted-columns-share' }, { check: 'column-drift', columns: 'all' }],
};

const noTargetPerformance: Preset = {
  id: 'no-target-performance',
  label: 'Performance without a target',
  summary:
    'What can be said of a model before the truth is known: its prediction, the share of drifted columns, and the shape of its inputs.',
  entries: [
    { check: 'column-drift', columns: 'prediction' },
    { check: 'drifted-columns-share' },
    ...stability.filter(({ check }) => check !== 'number-of-rows' && check !== 'number-of-columns'),
  ],
};

const modelDrift: Preset = {
  id: 'target-drift',
  label: 'Target and prediction drift',
  summary: 'Did what the model says or is to say drift, or the columns that matter to it?',
  entries: [{ check: 'prediction-drift' }, { check: 'target-drift' }, { check: 'weighted-drift-score' }],
};

const text: Preset = {
  id: 'text',
  label: 'Text',
  summary: 'Did the content of free text drift?',
  entries: [{ check: 'text-drift' }],
};

const ranking: Preset = {
  id: 'ranking',
  label: 'Ranking',
  summary: 'Are the right items first in the list of each user or query, as they were in the reference?',
  entries: ['precision-at-k', 'recall-at-k', 'map-at-k', 'ndcg-at-k', 'hit-rate-at-k'].map((metric) => ({
    check: 'ranking-metric',
    params: { metric },
  })),
};

const fairness: Preset = {
  id: 'fairness',
  label: 'Fairness',
  summary: 'Are the groups of the sensitive columns predicted alike?',
  entries: ['disparate-impact', 'statistical-parity-difference', 'equal-opportunity-difference', 'equalised-odds-difference'].map(
    (metric) => ({
      check: 'fairness-metric',
      params: { metric },
    }),
  ),
};

const metric = (id: string): SuiteEntry => ({ check: 'metric-value', params: { metric: id } });
const targetDrift: SuiteEntry = { check: 'column-drift', columns: 'target' };

const regression: Preset = {
  id: 'regression',
  label: 'Regression',
  summary: 'Are predicted numbers as near to what came true as in the reference?',
  entries: ['mean-error', 'mae', 'rmse', 'mape'].map(metric),
};

const binary: Preset = {
  id: 'binary',
  label: 'Binary classification',
  summary: 'Are two classes, as labels or by a probability, predicted as well as in the reference?',
  entries: [targetDrift, ...['roc-auc', 'precision', 'recall', 'accuracy', 'f1'].map(metric)],
};

const topRows: Preset = {
  id: 'top-k',
  label: 'Binary classification of the top',
  summary: 'Are the rows with the highest probabilities as often positive as in the reference?',
  entries: [
    ...['accuracy', 'precision', 'recall', 'f1'].map((id) => ({ check: 'top-metric', params: { metric: id } })),
    targetDrift,
    ...['roc-auc', 'log-loss'].map(metric),
  ],
};

const multiClass: Preset = {
  id: 'multi-class',
  label: 'Classification into several classes',
  summary: 'Is each class predicted as well as in the reference?',
  entries: [{ check: 'number-of-rows' }, targetDrift, ...['accuracy', 'f1', 'roc-auc', 'log-loss'].map(metric)],
  more: ({ performance }) =>
    performance?.task !== 'classification'
      ? []
      : ['precision', 'recall'].flatMap((id) =>
          performance.labels.map((label) => ({ check: 'class-metric', params: { metric: id, class: label } })),
        ),
};

export const presets = registry<Preset>([
  dataStability,
  dataQuality,
  dataDrift,
  noTargetPerformance,
  modelDrift,
  text,
  ranking,
  fairness,
  regression,
  binary,
  topRows,
  multiClass,
]);

/** What is tested when nobody says what. */
export const usualPresets: readonly string[] = ['data-stability', 'data-quality', 'data-drift'];
