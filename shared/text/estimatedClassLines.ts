import type { ClassificationEstimate } from '../domain/estimatedPerformance.ts';
import { estimateLine, type EstimateLine } from './describeEstimate.ts';
import { formatCount } from './formatNumber.ts';

/** With more classes than this a table has the F1 of each alone; the others are in the JSON report. */
const mostDetailed = 6;
const detailed = ['precision', 'recall', 'f1', 'roc-auc'];

export interface EstimatedClassLine extends EstimateLine {
  readonly className: string;
  /** Whether it is the first line of its class. */
  readonly first: boolean;
}

/** What is estimated of each of several classes as lines of a table; empty for two. */
export function estimatedClassLines({ classes, rows }: ClassificationEstimate): EstimatedClassLine[] {
  const shown = classes.length > mostDetailed ? ['f1'] : detailed;
  return classes.flatMap(({ label, metrics }) =>
    metrics
      .filter(({ metric }) => shown.includes(metric))
      .map((found, index) => ({ ...estimateLine(found, rows.current.labelled > 0), className: label, first: index === 0 })),
  );
}

export interface EstimatedCell {
  readonly predicted: string;
  readonly reference: string;
  readonly estimated: string;
  readonly band: string;
  /** Empty where current has no labels. */
  readonly realised: string;
}

/** The confusion matrix of several classes, a row a true class; empty for two. */
export function estimatedMatrixRows({ classes, classMatrix }: ClassificationEstimate): { truth: string; cells: EstimatedCell[] }[] {
  return classes.map(({ label: truth }) => ({
    truth,
    cells: classMatrix
      .filter((cell) => cell.truth === truth)
      .map(({ predicted, reference, estimated, low, high, realised }) => ({
        predicted,
        reference: formatCount(reference),
        estimated: formatCount(estimated),
        band: low === null || high === null ? '–' : `${formatCount(low)} to ${formatCount(high)}`,
        realised: realised === null ? '' : formatCount(realised),
      })),
  }));
}
