import type { RegressionPerformance } from '../domain/performance.ts';
import type { ChartTheme } from './chartTheme.ts';
import { curvePlot, type PlotCurve } from './curvePlot.ts';

const bothSides = ['reference', 'current'] as const;

function extent(values: readonly number[]): { from: number; to: number } {
  const [from, to] = [Math.min(...values), Math.max(...values)];
  const room = (to - from) * 0.04 || 1;
  return { from: from - room, to: to + room };
}

/** Errors against those of a normal distribution, with the straight line that fits each side; null where no side has them. */
export function normalPlot({ normalPlot: sides }: RegressionPerformance, theme: ChartTheme): string | null {
  const found = bothSides.flatMap((side) => {
    const plot = sides?.[side] ?? null;
    return plot === null ? [] : [{ side, plot }];
  });
  if (found.length === 0) return null;
  const points = found.flatMap(({ plot }) => plot.points);
  const x = { label: 'quantile of a normal distribution', ...extent(points.map(([z]) => z)) };
  const y = { label: 'error', ...extent(points.map(([, error]) => error)) };
  if (!Number.isFinite(y.to - y.from)) return null;
  const curves = found.map(({ side, plot }): PlotCurve => ({ side, points: plot.points }));
  const lines = found.map(({ side, plot }): PlotCurve => {
    const ends = [plot.points[0]?.[0] ?? 0, plot.points.at(-1)?.[0] ?? 0];
    return { side, points: ends.map((z) => [z, plot.intercept + plot.slope * z] as const) };
  });
  const alternative = `Sorted errors against those of a normal distribution, for ${found.map(({ side }) => side).join(' and ')}.`;
  return curvePlot({ x, y, curves, lines, diagonal: false, dots: 'only', alternative }, theme);
}
