import type { FairnessGroup, SensitiveColumn } from '../domain/fairness.ts';
import type { RateId } from '../domain/fairnessRates.ts';
import { groupName } from '../text/describeFairness.ts';
import { formatShare } from '../text/formatNumber.ts';
import { middleEllipsis } from '../text/middleEllipsis.ts';
import { rateNames } from '../text/rateNames.ts';
import { formatShareTick, shareScale } from './axes.ts';
import type { ChartTheme } from './chartTheme.ts';
import { escapeText } from './escapeText.ts';
import type { TitledPlot } from './performancePlots.ts';
import { roundPlace } from './plotFrame.ts';

const drawn: readonly RateId[] = ['selectionRate', 'truePositiveRate', 'falsePositiveRate'];
const width = 360;
const left = 108;
const right = 18;
const top = 8;
const rowHeight = 34;
const bottom = 22;

interface Scale {
  readonly end: number;
  readonly step: number;
  x(share: number): number;
}

function scaleOf(groups: readonly FairnessGroup[], rate: RateId): Scale {
  const ends = groups.flatMap(({ reference, current }) => [reference, current].map((side) => side?.intervals[rate]?.[1] ?? 0));
  const { end, step } = shareScale(Math.max(...ends, 0.01));
  const last = Math.min(end, 1);
  return { end: last, step, x: (share) => roundPlace(left + (share / last) * (width - left - right)) };
}

function frame(groups: readonly FairnessGroup[], scale: Scale, height: number, theme: ChartTheme): string {
  const ticks = Array.from({ length: Math.floor(scale.end / scale.step + 1e-9) + 1 }, (_, i) => i * scale.step);
  const grid = ticks.map((at) => `M${scale.x(at)} ${top}V${height - bottom}`).join('');
  const labels = ticks.map(
    (at) => `<text x="${scale.x(at)}" y="${height - 8}" text-anchor="middle">${formatShareTick(at, scale.step)}</text>`,
  );
  const names = groups.map(({ group, privileged }, i) => {
    const text = escapeText(middleEllipsis(groupName(group), 15));
    const weight = privileged ? ' font-weight="600"' : '';
    return `<text x="${left - 10}" y="${top + rowHeight * (i + 0.5)}" text-anchor="end" fill="${theme.text}"${weight}>${text}</text>`;
  });
  const small = `font-size="11" dominant-baseline="central" fill="${theme.muted}"`;
  return `<path d="${grid}" stroke="${theme.grid}" fill="none"/><g ${small}>${labels.join('')}${names.join('')}</g>`;
}

/** Interval and dot of each group on one side; reference above and hollow, current below and filled. */
function marks(groups: readonly FairnessGroup[], side: 'reference' | 'current', rate: RateId, scale: Scale, theme: ChartTheme): string {
  const shift = side === 'reference' ? -6 : 6;
  const found = groups.flatMap((group, i) => {
    const [value, interval] = [group[side]?.[rate] ?? null, group[side]?.intervals[rate] ?? null];
    const y = top + rowHeight * (i + 0.5) + shift;
    return value === null || interval === null ? [] : [{ y, value, interval }];
  });
  const lines = found.map(({ y, interval: [from, to] }) => `M${scale.x(from)} ${y}H${scale.x(to)}`).join('');
  const colour = theme[side];
  const how = side === 'reference' ? `fill="none" stroke="${colour}" stroke-width="1.6"` : `fill="${colour}"`;
  const dots = found.map(({ y, value }) => `<circle cx="${scale.x(value)}" cy="${y}" r="3.6"/>`).join('');
  const dash = side === 'reference' ? ' stroke-dasharray="3 2"' : '';
  return `<path d="${lines}" stroke="${colour}" stroke-width="1.6" fill="none"${dash}/><g ${how}>${dots}</g>`;
}

function describe({ column, groups }: SensitiveColumn, rate: RateId): string {
  const shares = groups.flatMap(({ group, current }) => {
    const value = current?.[rate] ?? null;
    return value === null ? [] : [`${groupName(group)} ${formatShare(value)}`];
  });
  return escapeText(`${rateNames[rate].short} by ${column}, current: ${shares.join(', ')}.`);
}

/** The main rates of each group with their intervals, one picture a rate. */
export function fairnessPlots(column: SensitiveColumn, theme: ChartTheme): TitledPlot[] {
  const { groups } = column;
  const height = top + rowHeight * groups.length + bottom;
  return drawn.flatMap((rate) => {
    if (groups.every(({ reference, current }) => (reference?.[rate] ?? null) === null && (current?.[rate] ?? null) === null)) return [];
    const scale = scaleOf(groups, rate);
    const inside = ['reference', 'current'] as const;
    const drawnMarks = inside.map((side) => marks(groups, side, rate, scale, theme)).join('');
    const svg = `<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${describe(column, rate)}">${frame(groups, scale, height, theme)}${drawnMarks}</svg>`;
    const { short, means } = rateNames[rate];
    return [{ id: rate, title: `${short[0]?.toUpperCase() ?? ''}${short.slice(1)}: ${means}`, svg }];
  });
}
