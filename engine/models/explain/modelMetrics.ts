import { AppError } from '#shared/errors/AppError.ts';
import type { OpenDataset } from '../../data/dataset.ts';
import type { MetricValue } from '../../metrics/defineMetric.ts';
import { measure, type Metric } from '../../metrics/defineMetric.ts';
import { classificationMetrics, regressionMetrics } from '../../metrics/metrics.ts';
import { classificationEvidenceOfRows, regressionEvidenceOfRows } from '../../performance/evidenceOfRows.ts';
import { positiveClass } from '../../performance/positiveClass.ts';
import type { Cells } from '../tensors.ts';
import type { ExplainedModel } from './explainedModel.ts';

/** What came true, for the rows that say so. */
export interface Truth {
  /** Places of those rows among the rows that were read. */
  readonly rows: readonly number[];
  readonly values: readonly (number | string)[];
}

/** Words for the two truth values: a file may hold one pair, the model another. */
const truthWords = [
  ['false', '0', 'no', 'n', 'f'],
  ['true', '1', 'yes', 'y', 't'],
] as const;

/** A value of the target in the words of the model: true may be its True, 1 or yes. */
function asClass(value: number | string, family: string, classes: readonly string[]): string {
  if (family !== 'boolean') return String(value);
  const words: readonly string[] = truthWords[value === 1 ? 1 : 0];
  return classes.find((label) => words.includes(label.toLowerCase())) ?? words[0]!;
}

/** The rows whose target is there: finite numbers for a regression, labels in the words of the model otherwise. */
export function truthOf(
  model: ExplainedModel,
  dataset: OpenDataset,
  target: { readonly column: string; readonly values: readonly (number | string | null)[] },
): Truth {
  const family = dataset.columns.find(({ column }) => column === target.column)!.family;
  const regression = model.scorer.task === 'regression';
  if (regression && (family === 'text' || family === 'time' || family === 'unsupported')) {
    throw new AppError('E_MODEL_VALUES', `The model predicts numbers, and the target ${target.column} holds none.`, {
      subject: { column: target.column },
    });
  }
  const rows: number[] = [];
  const values: (number | string)[] = [];
  target.values.forEach((value, row) => {
    if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return;
    rows.push(row);
    values.push(regression ? value : asClass(value, family, model.plan.classes));
  });
  const { classes } = model.plan;
  if (!regression && classes.length > 0 && values.length > 0 && !values.some((value) => classes.includes(String(value)))) {
    const found = [...new Set(values)].slice(0, 5).join(', ');
    throw new AppError('E_CLASS_UNKNOWN', `The target ${target.column} has the classes ${found}; the model knows ${classes.join(', ')}.`);
  }
  return { rows, values };
}

/** The metrics that fit a model, in the order in which they are shown. */
export const metricsFor = ({ scorer }: ExplainedModel): readonly Metric[] =>
  scorer.task === 'regression' ? regressionMetrics.all : classificationMetrics.all;

/** The class whose metrics are shown where there are two; null: the mean over classes. */
function shownClass({ plan }: ExplainedModel): string | null {
  if (plan.numbers.length === 1 && plan.numbers[0]!.class !== null && plan.classes.length <= 2) return plan.numbers[0]!.class;
  return plan.classes.length === 0 ? null : positiveClass(plan.classes, { chosen: null, named: null });
}

/**
 * Metrics of predictions against what came true; rows whose prediction is no finite number are left out. Several numbers
 * a row cannot be set against one target: then there are none.
 */
export function measureModel(model: ExplainedModel, truth: Truth, cells: readonly Cells[]): (metric: Metric) => MetricValue {
  const { plan } = model;
  const numbers = plan.readNumbers(cells);
  if (model.scorer.task === 'regression') {
    if (plan.numbers.length !== 1) return () => ({ none: 'not-tested' });
    const kept = truth.rows.flatMap((_, i) => (Number.isFinite(numbers[0]![i]) ? [i] : []));
    const evidence = regressionEvidenceOfRows(
      Float64Array.from(kept, (i) => Number(truth.values[i])),
      Float64Array.from(kept, (i) => numbers[0]![i]!),
    );
    return (metric) => (metric.task === 'regression' ? measure(metric, evidence) : { none: 'not-for-this-kind' });
  }
  const labels = plan.readLabels(cells)!;
  const odds = new Map([...plan.probabilities].map(([label, index]) => [label, cells[index] as Float64Array]));
  const single = plan.numbers[0]!;
  if (single.kind === 'probability' && !odds.has(single.class!)) odds.set(single.class!, numbers[0]!);
  const kept = truth.rows.flatMap((_, i) => ([...odds.values()].every((values) => Number.isFinite(values[i])) ? [i] : []));
  const evidence = classificationEvidenceOfRows({
    truth: kept.map((i) => String(truth.values[i])),
    guesses: kept.map((i) => labels[i]!),
    probabilities: new Map([...odds].map(([label, values]) => [label, Float64Array.from(kept, (i) => values[i]!)])),
    positive: shownClass(model),
  });
  return (metric) => (metric.task === 'classification' ? measure(metric, evidence) : { none: 'not-for-this-kind' });
}
