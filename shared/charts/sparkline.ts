import type { Side } from '../domain/dataset.ts';
import type { Histogram } from '../domain/profile.ts';
import { barsOf } from './bars.ts';

export interface SparklineSize {
  readonly width: number;
  readonly height: number;
}

const mostBars = 24;
const usualSize: SparklineSize = { width: 96, height: 20 };

const round = (value: number): number => Math.round(value * 10) / 10;

type Heights = readonly (readonly [number, number])[];

/** Joins neighbours until no more bars are left than a small picture can show. */
function joined(heights: Heights, most = mostBars): Heights {
  const step = Math.ceil(heights.length / most);
  if (step <= 1) return heights;
  const groups: [number, number][] = [];
  heights.forEach(([reference, current], i) => {
    const group = (groups[Math.floor(i / step)] ??= [0, 0]);
    group[0] += reference;
    group[1] += current;
  });
  return groups;
}

function heightsOf(histogram: Histogram): Heights {
  if (histogram.kind === 'numeric') return barsOf(histogram).bars.map((bar) => [bar.reference, bar.current] as const);
  const { categories, other } = histogram;
  const rows = other.categories > 0 ? [...categories.slice(0, mostBars - 1), other] : categories.slice(0, mostBars);
  const sum = (side: Side): number => categories.reduce((count, row) => count + row[side], other[side]) || 1;
  const [n, m] = [sum('reference'), sum('current')];
  return rows.map((row) => [row.reference / n, row.current / m] as const);
}

function stepPath(levels: readonly number[], { width, height }: SparklineSize): string {
  const step = width / levels.length;
  const commands = levels.map((level, i) => `V${round(height - level)}H${round((i + 1) * step)}`);
  return `M0 ${height}${commands.join('')}V${height}`;
}

function barPath(levels: readonly number[], { width, height }: SparklineSize): string {
  const step = Math.min(width / levels.length, 14);
  const bar = round(Math.max(step - 2, 1));
  return levels.map((level, i) => (level === 0 ? '' : `M${round(i * step)} ${height}v${-round(level)}h${bar}v${round(level)}`)).join('');
}

/**
 * The distribution of one side as a small SVG of a few hundred bytes; both sides of a column share one scale, so that
 * they can be compared. It holds numbers only, takes its colour from the text and is silent for screen readers.
 */
export function sparkline(histogram: Histogram | null, side: Side, size: SparklineSize = usualSize): string {
  const { width, height } = size;
  const open = `<svg class="spark" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">`;
  const heights = histogram === null ? [] : joined(heightsOf(histogram));
  const highest = Math.max(0, ...heights.flat());
  if (heights.length === 0 || highest === 0) return `${open}</svg>`;
  const room = height - 1;
  // What is there at all is drawn half a pixel high at least.
  const levels = heights.map((pair) => pair[side === 'reference' ? 0 : 1]).map((h) => (h === 0 ? 0 : Math.max((h / highest) * room, 0.5)));
  const path = histogram?.kind === 'numeric' ? stepPath(levels, size) : barPath(levels, size);
  const style =
    side === 'current'
      ? 'fill="currentColor" fill-opacity=".55" stroke="currentColor" stroke-width=".75"'
      : 'fill="currentColor" fill-opacity=".12" stroke="currentColor"';
  return `${open}<path d="${path}" ${style}/></svg>`;
}

const blocks = '▁▂▃▄▅▆▇█';

/** The distribution of one side in block characters, for the terminal; empty places are blank, both sides share one scale. */
export function textSparkline(histogram: Histogram | null, side: Side, length: number): string {
  const heights = histogram === null ? [] : joined(heightsOf(histogram), length);
  const highest = Math.max(0, ...heights.flat());
  if (highest === 0) return '';
  const levels = heights.map((pair) => pair[side === 'reference' ? 0 : 1] / highest);
  return levels.map((level) => (level === 0 ? ' ' : (blocks[Math.min(Math.floor(level * 8), 7)] ?? ' '))).join('');
}
