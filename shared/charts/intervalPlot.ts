import { middleEllipsis } from '../text/middleEllipsis.ts';
import type { ChartTheme } from './chartTheme.ts';
import { roundPlace } from './plotFrame.ts';
import { numberTicks } from './ticks.ts';

/** A number and, where there is one, the interval around it. */
export interface IntervalDot {
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
}

export interface IntervalRow {
  /** May come from data. */
  readonly label: string;
  readonly reference: IntervalDot;
  readonly current: IntervalDot;
}

export interface IntervalPlot {
  readonly rows: readonly IntervalRow[];
  /** The name of the axis, our own word. */
  readonly label: string;
  /** Our own sentence, for those who do not see it. */
  readonly alternative: string;
}

const width = 460;
const rowHeight = 26;
const margin = { left: 150, right: 16, top: 8, bottom: 40 } as const;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text from data inside SVG. */
function harmless(text: string): string {
  return middleEllipsis(text.replaceAll(/[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD'), 22).replaceAll(
    /[&<>"']/g,
    (character) => entities[character] ?? character,
  );
}

function rangeOf(rows: readonly IntervalRow[]): { from: number; to: number } | null {
  const numbers = rows.flatMap(({ reference, current }) =>
    [reference, current].flatMap(({ value, interval }) => [...(value === null ? [] : [value]), ...(interval ?? [])]),
  );
  if (numbers.length === 0) return null;
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (!Number.isFinite(most - least)) return null;
  const room = (most - least) * 0.06 || Math.abs(most) * 0.05 || 0.05;
  return { from: least - room, to: most + room };
}

/** Rows under each other, each with a ring for the reference and a full dot for current, and their intervals; empty without a number. */
export function intervalPlot({ rows, label, alternative }: IntervalPlot, theme: ChartTheme): string {
  const range = rangeOf(rows);
  if (range === null) return '';
  const bottom = margin.top + rows.length * rowHeight;
  const height = bottom + margin.bottom;
  const [left, right] = [margin.left, width - margin.right];
  const x = (value: number): number => roundPlace(left + ((value - range.from) / (range.to - range.from)) * (right - left));
  const text = (at: string, content: string, colour: string): string =>
    `<text ${at} fill="${colour}" font-size="11" dominant-baseline="central">${content}</text>`;
  const ticks = numberTicks(range.from, range.to, 5);
  const middle = (row: number): number => margin.top + (row + 0.5) * rowHeight;
  const grid = [
    ...ticks.map(({ at }) => `M${x(at)} ${margin.top}V${bottom}`),
    ...rows.map((_, i) => `M${left} ${middle(i)}H${right}`),
  ].join('');
  const dot = ({ value, interval }: IntervalDot, at: number, side: 'reference' | 'current'): string => {
    if (value === null) return '';
    const line =
      interval === null
        ? ''
        : `<path d="M${x(interval[0])} ${at}H${x(interval[1])}" stroke="${theme[side]}" stroke-width="1.6" fill="none"/>`;
    const fill = side === 'current' ? theme.current : 'none';
    return `${line}<circle cx="${x(value)}" cy="${at}" r="3.4" fill="${fill}" stroke="${theme[side]}" stroke-width="1.4"/>`;
  };
  const drawn = rows.map(
    (row, i) =>
      text(`x="${left - 10}" y="${middle(i)}" text-anchor="end"`, harmless(row.label), theme.text) +
      dot(row.reference, middle(i) - 5, 'reference') +
      dot(row.current, middle(i) + 5, 'current'),
  );
  const under = [
    `<path d="${grid}" stroke="${theme.grid}" fill="none"/>`,
    ...ticks.map(({ at, label: tick }) => text(`x="${x(at)}" y="${bottom + 13}" text-anchor="middle"`, tick, theme.muted)),
    text(`x="${(left + right) / 2}" y="${height - 8}" text-anchor="middle"`, label, theme.muted),
  ];
  return `<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${alternative}">${under.join('')}${drawn.join('')}</svg>`;
}
