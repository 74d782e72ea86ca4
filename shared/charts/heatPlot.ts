import type { Side } from '../domain/dataset.ts';
import type { ChartTheme } from './chartTheme.ts';
import { plotFrame, plotSvg, roundPlace } from './plotFrame.ts';

export interface HeatPlot {
  readonly side: Side;
  /** Of both axes. */
  readonly edges: readonly number[];
  /** [bin across, bin up, rows] */
  readonly cells: readonly (readonly [number, number, number])[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly alternative: string;
}

const levels = 8;

/** Rows by two numbers on one scale: the fuller a cell the stronger its colour, and a line where both are equal. */
export function heatPlot({ side, edges, cells, xLabel, yLabel, alternative }: HeatPlot, theme: ChartTheme): string {
  const [from, to] = [edges[0] ?? 0, edges.at(-1) ?? 1];
  const frame = plotFrame({ label: xLabel, from, to }, { label: yLabel, from, to }, theme);
  const most = Math.max(1, ...cells.map(([, , rows]) => rows));
  const paths = Array.from({ length: levels }, () => '');
  for (const [across, up, rows] of cells) {
    const [left, right] = [frame.x(edges[across] ?? from), frame.x(edges[across + 1] ?? to)];
    const [bottom, top] = [frame.y(edges[up] ?? from), frame.y(edges[up + 1] ?? to)];
    // A tenth of the fullest cell is still seen: the colour follows the square root.
    const level = Math.min(levels - 1, Math.floor(Math.sqrt(rows / most) * levels));
    paths[level] += `M${left} ${top}h${roundPlace(right - left)}v${roundPlace(bottom - top)}h${roundPlace(left - right)}z`;
  }
  const drawn = paths.map((path, level) =>
    path === '' ? '' : `<path d="${path}" fill="${theme[side]}" fill-opacity="${(0.1 + (0.9 * (level + 0.5)) / levels).toFixed(2)}"/>`,
  );
  const equal = `<path d="M${frame.x(from)} ${frame.y(from)}L${frame.x(to)} ${frame.y(to)}" stroke="${theme.text}" stroke-dasharray="2 3" fill="none"/>`;
  return plotSvg(frame, drawn.join('') + equal, alternative);
}
