import { formatNumber } from '../text/formatNumber.ts';
import { formatMoment } from '../text/formatTime.ts';
import type { Bars } from './bars.ts';
import { niceStep, numberTicks, timeTicks, type Tick } from './ticks.ts';

/** What the numbers of a histogram's edges are. */
export type AxisUnit = 'number' | 'time';

/** A value of the axis in words. */
export function formatOnAxis(value: number, unit: AxisUnit, span: number): string {
  return unit === 'time' ? formatMoment(value, span / 10) : formatNumber(value);
}

/** Round places along the part to scale, and one place under each gathered tail. */
export function ticksOf(bars: Bars, unit: AxisUnit): Tick[] {
  const span = bars.end - bars.start;
  const inner = unit === 'time' ? timeTicks(bars.start, bars.end, 6) : numberTicks(bars.start, bars.end, 7);
  const width = bars.bars.find((bar) => bar.tail !== null);
  const room = width === undefined ? 0 : (width.to - width.from) * 2;
  const ticks: Tick[] = [];
  for (const bar of bars.bars) {
    if (bar.tail === null) continue;
    const sign = bar.tail === 'lower' ? '<' : '≥';
    const edge = bar.tail === 'lower' ? bar.edges[1] : bar.edges[0];
    ticks.push({ at: (bar.from + bar.to) / 2, label: `${sign} ${formatOnAxis(edge, unit, span)}` });
  }
  const free = inner.filter(({ at }) => ticks.every((tail) => Math.abs(tail.at - at) > Math.max(room, span * 0.09)));
  return [...ticks, ...free].sort((a, b) => a.at - b.at);
}

/** Where a share axis ends, and its step: at most four lines. */
export function shareScale(highest: number): { end: number; step: number } {
  const step = niceStep(Math.max(highest, 1e-6), 4);
  return { end: Math.ceil(highest / step - 1e-9) * step || step, step };
}

/** A share on an axis: per cent with as many decimals as the step needs. */
export function formatShareTick(share: number, step: number): string {
  const decimals = Math.max(0, -Math.floor(Math.log10(step * 100) + 1e-9));
  return `${(share * 100).toFixed(Math.min(decimals, 6))} %`;
}
