import { formatNumber } from '../text/formatNumber.ts';
import { middleEllipsis } from '../text/middleEllipsis.ts';
import type { ChartTheme } from './chartTheme.ts';
import { escapeText } from './escapeText.ts';
import { roundPlace } from './plotFrame.ts';
import { numberTicks } from './ticks.ts';

/** A bar from one place to another, with the spread around its end. */
export interface SignedBar {
  /** May come from data. */
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** From where to where the line over the end of the bar goes; null draws none. */
  readonly spread: readonly [number, number] | null;
  /** What stands at the end of the bar. */
  readonly note: string;
}

export interface SignedBars {
  readonly bars: readonly SignedBar[];
  /** The name of the axis, our own word. */
  readonly label: string;
  /** Thin lines across all bars, as where a waterfall starts and ends. */
  readonly marks: readonly number[];
  /** Our own sentence, for those who do not see it. */
  readonly alternative: string;
  /** Room for the notes; without it that of a number. */
  readonly notes?: number;
}

const width = 560;
const rowHeight = 24;
const margin = { left: 190, right: 74, top: 8, bottom: 40 } as const;

function rangeOf({ bars, marks }: SignedBars): { from: number; to: number } | null {
  const places = [...marks, ...bars.flatMap(({ from, to, spread }) => [from, to, ...(spread ?? [])])];
  const [least, most] = [Math.min(...places), Math.max(...places)];
  if (places.length === 0 || !Number.isFinite(most - least)) return null;
  const room = (most - least) * 0.04 || Math.abs(most) * 0.05 || 0.05;
  return { from: least - room, to: most + room };
}

/** Bars under each other that lie to the left or right of where they start; empty without a finite range. */
export function signedBars(plot: SignedBars, theme: ChartTheme): string {
  const range = rangeOf(plot);
  if (range === null) return '';
  const { bars, marks, label, alternative, notes = margin.right } = plot;
  const bottom = margin.top + bars.length * rowHeight;
  const height = bottom + margin.bottom;
  const [left, right] = [margin.left, width - notes];
  const x = (value: number): number => roundPlace(left + ((value - range.from) / (range.to - range.from)) * (right - left));
  const text = (at: string, content: string, colour: string): string =>
    `<text ${at} fill="${colour}" font-size="11" dominant-baseline="central">${content}</text>`;
  const ticks = numberTicks(range.from, range.to, 5);
  const grid = ticks.map(({ at }) => `M${x(at)} ${margin.top}V${bottom}`).join('');
  const across = marks.map((at) => `M${x(at)} ${margin.top}V${bottom}`).join('');
  const drawn = bars.map(({ label: name, from, to, spread, note }, i) => {
    const middle = margin.top + (i + 0.5) * rowHeight;
    const up = to >= from;
    const [start, end] = [x(Math.min(from, to)), x(Math.max(from, to))];
    // Bars to the right are full, those to the left are outlined, so that the sign is seen without colour.
    const fill = up
      ? `fill="${theme.current}" fill-opacity=".75"`
      : `fill="${theme.reference}" fill-opacity=".18" stroke="${theme.reference}"`;
    const bar = `<rect x="${start}" y="${middle - 7}" width="${roundPlace(Math.max(0.8, end - start))}" height="14" ${fill}/>`;
    const whisker = spread !== null ? `<path d="M${x(spread[0])} ${middle}H${x(spread[1])}" stroke="${theme.text}" fill="none"/>` : '';
    const beyond = x(Math.max(from, to, ...(spread ?? []))) + 5;
    return (
      text(`x="${left - 10}" y="${middle}" text-anchor="end"`, escapeText(middleEllipsis(name, 30)), theme.text) +
      bar +
      whisker +
      text(`x="${roundPlace(beyond)}" y="${middle}"`, escapeText(note), theme.muted)
    );
  });
  const under = [
    `<path d="${grid}" stroke="${theme.grid}" fill="none"/>`,
    across === '' ? '' : `<path d="${across}" stroke="${theme.axis}" stroke-dasharray="3 3" fill="none"/>`,
    ...ticks.map(({ at, label: tick }) => text(`x="${x(at)}" y="${bottom + 13}" text-anchor="middle"`, tick, theme.muted)),
    text(`x="${(left + right) / 2}" y="${height - 8}" text-anchor="middle"`, label, theme.muted),
  ];
  return `<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${alternative}">${under.join('')}${drawn.join('')}</svg>`;
}

/** A number with its sign. */
export const signedNumber = (value: number, digits = 3): string => `${value > 0 ? '+' : ''}${formatNumber(value, digits)}`;
