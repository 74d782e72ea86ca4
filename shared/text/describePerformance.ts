import type { ClassificationPerformance, PerformanceSection, RegressionPerformance } from '../domain/performance.ts';
import { formatCount, formatNumber, formatShare } from './formatNumber.ts';
import { metricName, metricText } from './metricNames.ts';

const headline = { regression: 'mae', classification: 'accuracy' } as const;

function classificationWords(section: ClassificationPerformance): string {
  const { prediction, target, positiveLabel, labels, predictionIs, probabilityThreshold, probabilityColumns } = section;
  const columns = Object.values(probabilityColumns);
  const what =
    positiveLabel === null
      ? `one of ${formatCount(labels.length)} classes; precision, recall and the like are means over them`
      : `whether it is ${positiveLabel}`;
  const how = predictionIs === 'probability' ? ` as a probability, taken as yes from ${formatNumber(probabilityThreshold ?? 0.5)} on` : '';
  const beside = prediction !== null && columns.length > 0 ? ` Probabilities are in ${columns.join(', ')}.` : '';
  const subject =
    prediction ??
    (predictionIs === 'probabilities'
      ? `The highest of ${columns.join(', ')}`
      : (probabilityColumns[positiveLabel ?? ''] ?? columns.join(', ')));
  return `${subject} predicts the class ${target}: ${what}${how}.${beside}`;
}

function weightText({ weight }: PerformanceSection): string {
  return weight === null ? '' : ` Metrics are weighted by ${weight}.`;
}

/** What a confusion matrix counts. */
export function matrixTitle({ weight }: ClassificationPerformance, side: 'reference' | 'current'): string {
  return `Confusion matrix, ${side}${weight === null ? '' : `, in sums of ${weight}`}`;
}

/** What the predictions are, and how the main metric moved, in one sentence or two. */
export function describePerformance(section: PerformanceSection): string {
  const row = section.metrics.find(
    ({ metric }) => metric === (section.task === 'regression' ? headline.regression : headline.classification),
  );
  const moved =
    row === undefined
      ? ''
      : ` ${metricName(row.metric).short}: ${metricText(row, 'reference')} on the reference, ${metricText(row, 'current')} now.`;
  const what =
    section.task === 'regression' ? `${section.prediction} predicts the number ${section.target}.` : classificationWords(section);
  return what + moved + weightText(section);
}

/** How many rows of each side the numbers rest on. */
export function usedRowsText({ rows }: Pick<PerformanceSection, 'rows'>): string {
  const side = (name: 'reference' | 'current'): string => {
    const found = rows[name];
    if (found === null) return `${name}: no such column`;
    return `${name}: ${formatCount(found.used)} of ${formatCount(found.rows)} rows`;
  };
  return `${side('reference')}; ${side('current')}`;
}

/** What baselines predict, with their constants; empty where there is none. */
export function baselineText({ baselines }: PerformanceSection): string {
  const known = [...new Map(baselines.flatMap(({ predicts, value }) => (value === null ? [] : [[predicts, value] as const])))];
  if (known.length === 0) return '';
  const words = known.map(
    ([predicts, value]) => `${predicts.replace(/,$/, '')} (${typeof value === 'number' ? formatNumber(value) : value})`,
  );
  return `Baselines know nothing of a row: ${words.join('; ')}.`;
}

/** How near the errors are to a normal distribution; empty where that cannot be said. */
export function normalText({ normalPlot }: RegressionPerformance): string {
  const side = (name: 'reference' | 'current'): string => {
    const plot = normalPlot?.[name] ?? null;
    return plot === null ? '' : `${formatNumber(plot.correlation)} ${name === 'reference' ? 'on the reference' : 'now'}`;
  };
  const found = [side('reference'), side('current')].filter((words) => words !== '');
  return found.length === 0 ? '' : `Correlation of the errors with a normal distribution: ${found.join(', ')}; 1 is exactly normal.`;
}

/** What the rows with the highest probabilities hold; empty without a positive class. */
export function topText({ probabilities, positiveLabel }: ClassificationPerformance): string {
  const side = (name: 'reference' | 'current'): string => {
    const top = probabilities?.[name]?.chosenTop ?? null;
    if (top === null || top.recall === null || top.lift === null) return '';
    return `${formatCount(top.rows)} rows (${formatShare(top.share)}) hold ${formatShare(top.recall)} of them, ${formatNumber(top.lift)} times as many as blind picking (${name})`;
  };
  const found = [side('current'), side('reference')].filter((words) => words !== '');
  return found.length === 0 ? '' : `Of all rows that are ${positiveLabel ?? 'positive'}, the most probable ${found.join('; ')}.`;
}
