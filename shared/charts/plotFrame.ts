import type { ChartTheme } from './chartTheme.ts';
import { numberTicks } from './ticks.ts';

/** An axis of a small plot. The label is our own word, never a text from data. */
export interface PlotAxis {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

export interface PlotFrame {
  readonly width: number;
  readonly height: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  /** Grid, axes and labels. */
  readonly under: string;
}

const size = { width: 360, height: 280 } as const;
const margin = { left: 54, right: 14, top: 10, bottom: 42 } as const;

export const roundPlace = (value: number): number => Math.round(value * 10) / 10;

function scale(from: number, to: number, start: number, end: number): (value: number) => number {
  const span = to - from || 1;
  return (value) => roundPlace(start + ((value - from) / span) * (end - start));
}

/** The frame of a small plot as SVG: its scales, a grid, ticks and the names of the axes. */
export function plotFrame(xAxis: PlotAxis, yAxis: PlotAxis, theme: ChartTheme): PlotFrame {
  const { width, height } = size;
  const [left, right, top, bottom] = [margin.left, width - margin.right, margin.top, height - margin.bottom];
  const x = scale(xAxis.from, xAxis.to, left, right);
  const y = scale(yAxis.from, yAxis.to, bottom, top);
  const text = (at: string, content: string): string =>
    `<text ${at} fill="${theme.muted}" font-size="11" dominant-baseline="central">${content.replaceAll('<', '&lt;')}</text>`;
  const xTicks = numberTicks(xAxis.from, xAxis.to, 5);
  const yTicks = numberTicks(yAxis.from, yAxis.to, 5);
  const grid = [...xTicks.map(({ at }) => `M${x(at)} ${top}V${bottom}`), ...yTicks.map(({ at }) => `M${left} ${y(at)}H${right}`)].join('');
  const under = [
    `<path d="${grid}" stroke="${theme.grid}" fill="none"/>`,
    `<path d="M${left} ${top}V${bottom}H${right}" stroke="${theme.axis}" fill="none"/>`,
    ...xTicks.map(({ at, label }) => text(`x="${x(at)}" y="${bottom + 13}" text-anchor="middle"`, label)),
    ...yTicks.map(({ at, label }) => text(`x="${left - 6}" y="${y(at)}" text-anchor="end"`, label)),
    text(`x="${(left + right) / 2}" y="${height - 8}" text-anchor="middle"`, xAxis.label),
    text(`transform="translate(8 ${(top + bottom) / 2})rotate(-90)" text-anchor="middle"`, yAxis.label),
  ].join('');
  return { width, height, x, y, under };
}

/** A whole picture; `alternative` is our own sentence, for those who do not see it. */
export function plotSvg({ width, height, under }: PlotFrame, drawn: string, alternative: string): string {
  return `<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${alternative}">${under}${drawn}</svg>`;
}
