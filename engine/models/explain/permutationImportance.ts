import { AppError } from '#shared/errors/AppError.ts';
import type { PermutationImportance, PermutedColumn } from '#shared/domain/explanation.ts';
import { nearNames } from '#shared/lib/nearNames.ts';
import { seededRandom } from '#shared/lib/random.ts';
import type { Metric, MetricValue } from '../../metrics/defineMetric.ts';
import { meanAndError } from '../../stats/meanAndError.ts';
import { shuffledIndexes } from '../../stats/shuffledIndexes.ts';
import type { ExplainedModel } from './explainedModel.ts';
import { measureModel, metricsFor, type Truth } from './modelMetrics.ts';
import { pickRows, type ReadRows } from './readRows.ts';

export interface ImportanceWork {
  readonly rows: ReadRows;
  readonly truth: Truth;
  /** null: the root mean squared error, or the first of ROC AUC and accuracy that the predictions have. */
  readonly metric: string | null;
  readonly repeats: number;
  readonly seed: number;
  readonly progress: (share: number) => void;
}

const usual = { regression: ['rmse'], classification: ['roc-auc', 'accuracy'] } as const;

function metricNamed(model: ExplainedModel, name: string): Metric {
  const metrics = metricsFor(model);
  const found = metrics.find(({ id }) => id === name);
  if (found !== undefined) return found;
  const ids = metrics.map(({ id }) => id);
  const near = nearNames(name, ids);
  const message = `There is no metric ${name} for this model. ${near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are ${ids.join(', ')}.`}`;
  throw new AppError('E_USAGE', message);
}

function chooseMetric(model: ExplainedModel, asked: string | null, value: (metric: Metric) => MetricValue): Metric {
  if (asked !== null) return metricNamed(model, asked);
  const candidates = usual[model.scorer.task].map((name) => metricNamed(model, name));
  return candidates.find((metric) => typeof value(metric) === 'number') ?? candidates[0]!;
}

/** How much worse a value is than the baseline. */
export function lossOf(better: Metric['better'], baseline: number, value: number): number {
  if (better === 'higher') return baseline - value;
  return better === 'lower' ? value - baseline : Math.abs(value) - Math.abs(baseline);
}

/** The rows with the cells of some features in another order. */
export function withShuffled(rows: ReadRows, features: readonly number[], order: ArrayLike<number>): ReadRows {
  const shuffled = pickRows(rows, Array.from(order));
  return { ...rows, columns: rows.columns.map((cells, i) => (features.includes(i) ? shuffled.columns[i]! : cells)) };
}

/**
 * Permutation importance: how much worse a metric gets when the values of one column are shuffled over the rows, on average
 * over repeats. The same shuffles are used for every column. Throws E_MODEL_VALUES where the metric has no value, E_USAGE.
 */
export async function permutationImportance(model: ExplainedModel, work: ImportanceWork): Promise<PermutationImportance> {
  const { truth, repeats, seed, progress } = work;
  const rows = truth.rows.length === work.rows.rows ? work.rows : pickRows(work.rows, truth.rows);
  const measured = measureModel(model, truth, await model.score(rows));
  const metric = chooseMetric(model, work.metric, measured);
  const baseline = measured(metric);
  if (typeof baseline !== 'number') {
    throw new AppError('E_MODEL_VALUES', `${metric.label} has no value on ${rows.rows} rows with a target (${baseline.none}).`);
  }
  const random = seededRandom(seed);
  const orders = Array.from({ length: repeats }, () => shuffledIndexes(rows.rows, random));
  const columns: PermutedColumn[] = [];
  for (const { column, features } of model.players) {
    const losses: number[] = [];
    for (const order of orders) {
      const value = measureModel(model, truth, await model.score(withShuffled(rows, features, order)))(metric);
      if (typeof value === 'number') losses.push(lossOf(metric.better, baseline, value));
    }
    if (losses.length === 0) {
      const reasons = { importance: 'not-finite', standardDeviation: 'not-finite' } as const;
      columns.push({ column, importance: null, standardDeviation: null, reasons });
    } else {
      const { mean, deviation } = meanAndError(Float64Array.from(losses));
      columns.push({ column, importance: mean, standardDeviation: deviation, reasons: {} });
    }
    progress(columns.length / model.players.length);
  }
  const last = Number.NEGATIVE_INFINITY;
  columns.sort((a, b) => (b.importance ?? last) - (a.importance ?? last));
  return { metric: metric.id, better: metric.better, baseline, rows: rows.rows, repeats, columns };
}
