import type { RegressionPerformance } from '../domain/performance.ts';
import { formatCount, formatNumber } from '../text/formatNumber.ts';
import type { ChartTheme } from './chartTheme.ts';
import { heatPlot } from './heatPlot.ts';
import { normalPlot } from './normalPlot.ts';

/** A picture and what stands over it. */
export interface TitledPlot {
  readonly id: string;
  readonly title: string;
  readonly svg: string;
}

const bothSides = ['reference', 'current'] as const;

function predictedPlots({ predictedAgainstActual: cells }: RegressionPerformance, theme: ChartTheme): TitledPlot[] {
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

/** Predicted against actual, one picture a side, and how normal the errors are. */
export function regressionPlots(section: RegressionPerformance, theme: ChartTheme): TitledPlot[] {
  const normal = normalPlot(section, theme);
  const last = normal === null ? [] : [{ id: 'normal', title: 'Errors against a normal distribution', svg: normal }];
  return [...predictedPlots(section, theme), ...last];
}
