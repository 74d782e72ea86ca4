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

/** Round places along the part to scale, and one place under each gathered tail; `at` is where they are drawn. */
export function ticksOf(bars: Bars, unit: AxisUnit): Tick[] {
  const { start, end, place } = bars;
  const span = end - start;
  const inner = unit === 'time' ? timeTicks(start, end, 6) : numberTicks(start, end, 7);
  const tails = bars.bars.flatMap((bar): Tick[] => {
    if (bar.tail === null) return [];
    const [sign, edge] = bar.tail === 'lower' ? ['<', bar.edges[1]] : ['≥', bar.edges[0]];
    return [{ at: (bar.from + bar.to) / 2, label: `${sign} ${formatOnAxis(edge, unit, span)}` }];
  });
  const free = inner
    .map(({ at, label }): Tick => ({ at: place(at), label }))
    .filter(({ at }) => tails.every((tail) => Math.abs(tail.at - at) > 0.11));
  return [...tails, ...free].sort((a, b) => a.at - b.at);
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
