import type { EChartsOption } from 'echarts';
import type { Side } from '../domain/dataset.ts';
import type { NumericHistogram } from '../domain/profile.ts';
import { formatNumber, formatShare } from '../text/formatNumber.ts';
import { formatOnAxis, formatShareTick, shareScale, ticksOf, type AxisUnit } from './axes.ts';
import { barsOf, type Bar, type Bars } from './bars.ts';
import type { ChartTheme } from './chartTheme.ts';

type Point = [number, number] | [number, null];

/** The outline of one side in steps; a null breaks the line between the scale and a tail. */
function outline(bars: readonly Bar[], side: Side): Point[] {
  const points: Point[] = [];
  bars.forEach((bar, i) => {
    const previous = bars[i - 1];
    const next = bars[i + 1];
    if (previous === undefined || previous.to !== bar.from) points.push([bar.from, 0]);
    points.push([bar.from, bar[side]], [bar.to, bar[side]]);
    if (next === undefined || next.from !== bar.to) points.push([bar.to, 0], [bar.to, null]);
  });
  return points;
}

interface Label {
  readonly at: [number, number];
  readonly align: 'left' | 'center' | 'right';
  readonly lift: number;
}

/** The height above which nothing is drawn around a place. */
function envelope(bars: readonly Bar[], x: number, reach: number): number {
  const near = bars.filter((bar) => bar.to > x - reach && bar.from < x + reach);
  return Math.max(0, ...near.flatMap((bar) => [bar.reference, bar.current]));
}

/** A side is named where it stands out most over the other one; names that would touch are stacked. */
function labelsOf(all: readonly Bar[], span: number): Record<Side, Label> {
  const scaled = all.filter((bar) => bar.tail === null);
  const bars = scaled.length > 0 ? scaled : all;
  const start = all[0]?.from ?? 0;
  const reach = span * 0.07;
  const peak = (side: Side, other: Side): Label => {
    const best = bars.reduce((a, b) => (b[side] - b[other] > a[side] - a[other] ? b : a));
    const x = (best.from + best.to) / 2;
    const place = (x - start) / span;
    return { at: [x, envelope(all, x, reach)], align: place < 0.1 ? 'left' : place > 0.9 ? 'right' : 'center', lift: 0 };
  };
  const reference = peak('reference', 'current');
  const current = peak('current', 'reference');
  if (Math.abs(reference.at[0] - current.at[0]) > reach * 2) return { reference, current };
  const level = Math.max(reference.at[1], current.at[1]);
  return { reference: { ...reference, at: [reference.at[0], level] }, current: { ...current, at: [current.at[0], level], lift: 13 } };
}

function series(side: Side, bars: readonly Bar[], label: Label, theme: ChartTheme) {
  const colour = theme[side];
  const current = side === 'current';
  return {
    name: side,
    type: 'line' as const,
    data: outline(bars, side),
    showSymbol: false,
    connectNulls: false,
    animation: false,
    silent: true,
    clip: false,
    z: current ? 2 : 3,
    lineStyle: { color: colour, width: current ? 1.25 : 1.5, type: current ? ('solid' as const) : ([5, 3] as [number, number]) },
    ...(current ? { areaStyle: { color: colour, opacity: 0.22, origin: 'start' as const } } : {}),
    markPoint: {
      symbol: 'circle',
      symbolSize: 0,
      silent: true,
      animation: false,
      label: {
        show: true,
        formatter: side,
        color: colour,
        fontFamily: theme.font,
        fontSize: 11,
        fontWeight: 600 as const,
        align: label.align,
        verticalAlign: 'bottom' as const,
        position: 'inside' as const,
        offset: [0, -5 - label.lift],
      },
      data: [{ name: side, coord: label.at }],
    },
  };
}

function tooltipText(bars: Bars, unit: AxisUnit, x: number): string {
  const bar = bars.bars.find((each) => x >= each.from && x < each.to) ?? bars.bars[bars.bars.length - 1];
  if (bar === undefined) return '';
  const span = bars.end - bars.start;
  const [from, to] = bar.edges.map((edge) => formatOnAxis(edge, unit, span));
  return `${from} to ${to}\nreference ${formatShare(bar.shares[0])}\ncurrent ${formatShare(bar.shares[1])}`;
}

function horizontal(bars: Bars, unit: AxisUnit, theme: ChartTheme) {
  const ticks = ticksOf(bars, unit);
  const places = ticks.map(({ at }) => at);
  const label = (value: number): string => ticks.find(({ at }) => Math.abs(at - value) < 1e-9)?.label ?? '';
  const first = bars.bars[0]?.from ?? 0;
  const last = bars.bars[bars.bars.length - 1]?.to ?? 1;
  return {
    type: 'value' as const,
    min: first,
    max: last,
    splitLine: { show: false },
    axisLine: { show: true, onZero: false, lineStyle: { color: theme.axis } },
    axisTick: { show: true, customValues: places, length: 4, lineStyle: { color: theme.axis } },
    axisLabel: {
      customValues: places,
      formatter: label,
      color: theme.muted,
      fontFamily: theme.font,
      fontSize: 11,
      hideOverlap: true,
    },
  };
}

/** Room for the half of the last label that stands over the end of the axis. */
function rightMargin(bars: Bars, unit: AxisUnit): number {
  const last = ticksOf(bars, unit).at(-1);
  return last === undefined || last.at <= 1 ? 20 : Math.max(20, last.label.length * 3);
}

function vertical(bars: Bars, top: { end: number; step: number }, theme: ChartTheme) {
  return {
    type: 'value' as const,
    name: bars.densityWidth === null ? '' : `share per ${formatNumber(bars.densityWidth)}`,
    nameTextStyle: { color: theme.muted, fontFamily: theme.font, fontSize: 11, align: 'left' as const },
    min: 0,
    max: top.end,
    interval: top.step,
    splitLine: { lineStyle: { color: theme.grid } },
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      formatter: (value: number) => formatShareTick(value, top.step),
      color: theme.muted,
      fontFamily: theme.font,
      fontSize: 11,
    },
  };
}

/**
 * Both distributions of a numeric or datetime column over each other, in shares: the reference dashed, the current
 * side filled. Long tails stand apart, one bin wide, and say where they begin.
 */
export function distributionChart(histogram: NumericHistogram, theme: ChartTheme, unit: AxisUnit = 'number'): EChartsOption {
  const bars = barsOf(histogram);
  const sides: Side[] = (['reference', 'current'] as const).filter((side) => histogram[side].some((count) => count > 0));
  const highest = Math.max(0, ...bars.bars.flatMap((bar) => [bar.reference, bar.current]));
  const top = shareScale(highest);
  const span = (bars.bars[bars.bars.length - 1]?.to ?? 1) - (bars.bars[0]?.from ?? 0);
  const labels = bars.bars.length === 0 ? null : labelsOf(bars.bars, span);
  return {
    animation: false,
    grid: { left: 52, right: rightMargin(bars, unit), top: 32, bottom: 26, outerBoundsMode: 'none' },
    xAxis: horizontal(bars, unit, theme),
    yAxis: vertical(bars, top, theme),
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      axisPointer: { type: 'line', lineStyle: { color: theme.axis } },
      formatter: (shown: unknown) => tooltipText(bars, unit, pointedAt(shown)),
    },
    series: labels === null ? [] : sides.map((side) => series(side, bars.bars, labels[side], theme)),
  };
}

function pointedAt(shown: unknown): number {
  const first: unknown = Array.isArray(shown) ? shown[0] : shown;
  const at = typeof first === 'object' && first !== null && 'axisValue' in first ? Number(first.axisValue) : NaN;
  return at;
}
