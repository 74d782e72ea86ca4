import type { PerformanceSection } from '../domain/performance.ts';
import { formatCount, formatNumber } from './formatNumber.ts';
import { metricName, metricText } from './metricNames.ts';

const headline = { regression: 'mae', classification: 'accuracy' } as const;

/** What the predictions are, and how the main metric moved, in one sentence or two. */
export function describePerformance(section: PerformanceSection): string {
  const row = section.metrics.find(
    ({ metric }) => metric === (section.task === 'regression' ? headline.regression : headline.classification),
  );
  const moved =
    row === undefined
      ? ''
      : ` ${metricName(row.metric).short}: ${metricText(row, 'reference')} on the reference, ${metricText(row, 'current')} now.`;
  if (section.task === 'regression') return `${section.prediction} predicts the number ${section.target}.${moved}`;
  const { positiveLabel, labels, predictionIs, probabilityThreshold } = section;
  const classes =
    positiveLabel === null
      ? `one of ${formatCount(labels.length)} classes; precision, recall and the like are means over them`
      : `whether it is ${positiveLabel}`;
  const how = predictionIs === 'probability' ? ` as a probability, taken as yes from ${formatNumber(probabilityThreshold ?? 0.5)} on` : '';
  return `${section.prediction} predicts the class ${section.target}: ${classes}${how}.${moved}`;
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
