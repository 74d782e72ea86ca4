import type { ClassificationPerformance, ProbabilitySide, RegressionPerformance } from '../domain/performance.ts';
import { formatCount, formatNumber } from '../text/formatNumber.ts';
import type { ChartTheme } from './chartTheme.ts';
import { curvePlot, type PlotCurve } from './curvePlot.ts';
import { heatPlot } from './heatPlot.ts';

/** A picture and what stands over it. */
export interface TitledPlot {
  readonly id: string;
  readonly title: string;
  readonly svg: string;
}

const bothSides = ['reference', 'current'] as const;
const unit = { from: 0, to: 1 } as const;

/** Predicted against actual, one picture a side. */
export function regressionPlots({ predictedAgainstActual: cells }: RegressionPerformance, theme: ChartTheme): TitledPlot[] {
  if (cells === null) return [];
  return bothSides.flatMap((side) => {
    const rows = cells[side].reduce((sum, [, , count]) => sum + count, 0);
    if (rows === 0) return [];
    const range = `${formatNumber(cells.edges[0] ?? 0)} to ${formatNumber(cells.edges.at(-1) ?? 0)}`;
    const alternative = `Predictions against targets of the ${side} data, ${formatCount(rows)} rows, from ${range}.`;
    const svg = heatPlot({ side, edges: cells.edges, cells: cells[side], xLabel: 'target', yLabel: 'prediction', alternative }, theme);
    return [{ id: `predicted-${side}`, title: `Predicted against actual, ${side}`, svg }];
  });
}

type Points = PlotCurve['points'];

function curves(
  probabilities: NonNullable<ClassificationPerformance['probabilities']>,
  of: (side: ProbabilitySide) => Points,
): PlotCurve[] {
  return bothSides.flatMap((side) => {
    const found = probabilities[side];
    return found === null || of(found).length === 0 ? [] : [{ side, points: of(found) }];
  });
}

const calibrationPoints = ({ calibration }: ProbabilitySide): Points =>
  calibration.flatMap(({ meanProbability, shareOfPositives }): [number, number][] =>
    meanProbability === null || shareOfPositives === null ? [] : [[meanProbability, shareOfPositives]],
  );

/** ROC, precision and recall, and calibration, both sides over each other. */
export function probabilityPlots({ probabilities }: ClassificationPerformance, theme: ChartTheme): TitledPlot[] {
  if (probabilities === null) return [];
  const roc = curves(probabilities, ({ roc: points }) => points);
  const precisionRecall = curves(probabilities, (side) => side.precisionRecall);
  const calibration = curves(probabilities, calibrationPoints);
  const plots: [string, string, PlotCurve[], string, string, { diagonal: boolean; dots: boolean }][] = [
    ['roc', 'ROC curve', roc, 'share of negatives called positive', 'share of positives found', { diagonal: true, dots: false }],
    ['precision-recall', 'Precision and recall', precisionRecall, 'recall', 'precision', { diagonal: false, dots: false }],
    ['calibration', 'Calibration', calibration, 'mean probability', 'share of positives', { diagonal: true, dots: true }],
  ];
  return plots.flatMap(([id, title, drawn, x, y, how]) => {
    if (drawn.length === 0) return [];
    const alternative = `${title}: ${y} by ${x}, for ${drawn.map(({ side }) => side).join(' and ')}.`;
    return [
      { id, title, svg: curvePlot({ x: { label: x, ...unit }, y: { label: y, ...unit }, curves: drawn, ...how, alternative }, theme) },
    ];
  });
}
