import type { EChartsOption } from 'echarts';
import type { Side } from '../domain/dataset.ts';
import type { CategoryHistogram } from '../domain/profile.ts';
import { formatCount, formatShare } from '../text/formatNumber.ts';
import { middleEllipsis } from '../text/middleEllipsis.ts';
import { shareScale } from './axes.ts';
import type { ChartTheme } from './chartTheme.ts';

/** Categories drawn at most; the table beside the picture holds the rest. */
export const drawnCategories = 12;

const labelLength = 24;
const rowHeight = 32;

/** One category as it is drawn. */
export interface CategoryRow {
  readonly label: string;
  readonly name: string;
  readonly reference: number;
  readonly current: number;
}

const total = (histogram: CategoryHistogram, side: Side): number =>
  histogram.categories.reduce((sum, category) => sum + category[side], histogram.other[side]);

function marked(name: string, reference: number, current: number, sides: { n: number; m: number }): string {
  if (sides.n === 0 || sides.m === 0) return name;
  if (reference === 0 && current > 0) return `${name} (new)`;
  return current === 0 && reference > 0 ? `${name} (gone)` : name;
}

/** The most common categories in shares, the others in one row, and whether one is new or gone. */
export function categoryRows(histogram: CategoryHistogram): CategoryRow[] {
  const [n, m] = [total(histogram, 'reference'), total(histogram, 'current')];
  const shares = (reference: number, current: number) => ({
    reference: n === 0 ? 0 : reference / n,
    current: m === 0 ? 0 : current / m,
  });
  const rows = histogram.categories.slice(0, drawnCategories).map(({ value, reference, current }): CategoryRow => {
    const name = value === '' ? '(empty)' : value.replaceAll(/\s+/g, ' ');
    return { name, label: marked(middleEllipsis(name, labelLength), reference, current, { n, m }), ...shares(reference, current) };
  });
  const rest = histogram.categories.slice(drawnCategories);
  const others = rest.length + histogram.other.categories;
  if (others === 0) return rows;
  const sum = (side: Side): number => rest.reduce((count, category) => count + category[side], histogram.other[side]);
  const label = others === 1 ? '1 other' : `${formatCount(others)} others`;
  return [...rows, { name: label, label, ...shares(sum('reference'), sum('current')) }];
}

/** How high the picture of these categories is, in pixels. */
export function categoryChartHeight(histogram: CategoryHistogram): number {
  return categoryRows(histogram).length * rowHeight + 34;
}

function series(side: Side, rows: readonly CategoryRow[], theme: ChartTheme) {
  const colour = theme[side];
  const current = side === 'current';
  return {
    name: side,
    type: 'bar' as const,
    data: rows.map((row) => row[side]),
    barWidth: 10,
    barGap: '35%',
    animation: false,
    silent: true,
    clip: false,
    itemStyle: current
      ? { color: colour }
      : { color: 'transparent', borderColor: colour, borderWidth: 1.25, borderType: [4, 2] as [number, number] },
    label: {
      show: true,
      position: 'right' as const,
      distance: 5,
      color: colour,
      fontFamily: theme.font,
      fontSize: 10.5,
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const text = formatShare(rows[dataIndex]?.[side] ?? 0);
        return dataIndex === 0 ? `${text}  ${side}` : text;
      },
    },
  };
}

/** Shares of the categories of both sides, one pair of bars each: reference outlined, current filled. */
export function categoryChart(histogram: CategoryHistogram, theme: ChartTheme): EChartsOption {
  const rows = categoryRows(histogram);
  const sides = (['reference', 'current'] as const).filter((side) => total(histogram, side) > 0);
  const longest = rows.reduce((most, row) => Math.max(most, Array.from(row.label).length), 0);
  const top = shareScale(Math.max(0, ...rows.flatMap((row) => [row.reference, row.current])));
  const text = { color: theme.muted, fontFamily: theme.font, fontSize: 11 };
  return {
    animation: false,
    grid: { left: Math.min(24 + longest * 6.4, 210), right: 104, top: 6, bottom: 6, outerBoundsMode: 'none' },
    xAxis: {
      type: 'value',
      min: 0,
      max: top.end,
      interval: top.step,
      splitLine: { lineStyle: { color: theme.grid } },
      axisLabel: { show: false },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.label),
      axisLine: { lineStyle: { color: theme.axis } },
      axisTick: { show: false },
      axisLabel: { ...text, color: theme.text, interval: 0 },
    },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      formatter: (shown: unknown) => tooltipText(rows, shown),
    },
    series: sides.map((side) => series(side, rows, theme)),
  };
}

function tooltipText(rows: readonly CategoryRow[], shown: unknown): string {
  const first: unknown = Array.isArray(shown) ? shown[0] : shown;
  const index = typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : -1;
  const row = rows[index];
  if (row === undefined) return '';
  return `${middleEllipsis(row.name, 60)}\nreference ${formatShare(row.reference)}\ncurrent ${formatShare(row.current)}`;
}
