import type { Side } from '../domain/dataset.ts';
import { formatNumber } from '../text/formatNumber.ts';
import type { ChartTheme } from './chartTheme.ts';
import { plotFrame, plotSvg, roundPlace, type PlotFrame } from './plotFrame.ts';

export interface BandPlot {
  readonly yLabel: string;
  /** A value for each piece, one after the other. */
  readonly reference: readonly number[];
  readonly current: readonly number[];
  /** What is usual; an end that is null is left open. */
  readonly band: { readonly from: number | null; readonly to: number };
  readonly centre: number;
  readonly alternative: string;
}

/** Room above and below what is drawn, as a share of it. */
const room = 0.16;
/** Values further above the band than this many of its widths are marked at the edge, so that the band stays in sight. */
const mostWidths = 6;
/** The part of the picture that is current's, however few its pieces, as a share of the reference's. */
const leastCurrent = 0.3;

interface Scale {
  readonly from: number;
  readonly to: number;
  /** Values above it are marked here. */
  readonly cap: number;
}

function scaleOf({ reference, current, band, centre }: BandPlot): Scale {
  const all = [...reference, ...current, band.to, centre, ...(band.from === null ? [] : [band.from])];
  const width = Math.max(band.to - (band.from ?? centre), ...reference.map((value) => Math.abs(value - centre)));
  const cap = width > 0 ? band.to + mostWidths * width : Number.POSITIVE_INFINITY;
  const [least, most] = [Math.min(...all), Math.min(cap, Math.max(...all))];
  const margin = (most - least || Math.abs(most) || 1) * room;
  return { from: least >= 0 ? Math.max(0, least - margin) : least - margin, to: most + margin, cap };
}

function circle(x: number, y: number, side: Side, theme: ChartTheme): string {
  const how = side === 'reference' ? `r="3.2" fill="none" stroke="${theme.reference}" stroke-width="1.6"` : `r="4" fill="${theme.current}"`;
  return `<circle cx="${x}" cy="${y}" ${how}/>`;
}

/** A value beyond the scale: an arrow at its edge, with the value. */
function arrow(x: number, y: number, value: number, colour: string): string {
  return `<path d="M${roundPlace(x - 4)} ${roundPlace(y + 4)}h8l-4 -8z" fill="${colour}"/><text x="${roundPlace(x + 7)}" y="${y}" fill="${colour}" font-size="11" dominant-baseline="central">${formatNumber(value, 3)}</text>`;
}

function sideWords(frame: PlotFrame, border: number, { from, to }: Scale, theme: ChartTheme): string {
  const word = (x: number, anchor: string, side: Side): string =>
    `<text x="${roundPlace(x)}" y="${frame.y(to) + 8}" text-anchor="${anchor}" fill="${theme[side]}" font-size="11" dominant-baseline="central">${side}</text>`;
  const line = `<path d="M${border} ${frame.y(to)}V${frame.y(from)}" stroke="${theme.axis}" stroke-dasharray="2 3" fill="none"/>`;
  return line + word(border - 6, 'end', 'reference') + word(border + 6, 'start', 'current');
}

/** The pieces of the reference, then those of current, over the band of what is usual. */
export function bandPlot(plot: BandPlot, theme: ChartTheme): string {
  const { yLabel, reference, current, band, centre, alternative } = plot;
  const scale = scaleOf(plot);
  const places = Math.max(current.length, Math.ceil(reference.length * leastCurrent));
  const end = reference.length + places + 1;
  const frame = plotFrame(
    { label: 'pieces, one after the other', from: 0, to: end },
    { label: yLabel, from: scale.from, to: scale.to },
    theme,
  );
  const [left, right] = [frame.x(0), frame.x(end)];
  const [top, bottom] = [frame.y(band.to), frame.y(band.from ?? scale.from)];
  const shade = `<path d="M${left} ${top}H${right}V${bottom}H${left}z" fill="${theme.reference}" fill-opacity="0.14"/>`;
  const lines = `<path d="M${left} ${top}H${right}" stroke="${theme.axis}" fill="none"/><path d="M${left} ${frame.y(centre)}H${right}" stroke="${theme.reference}" stroke-dasharray="5 3" fill="none"/>`;
  const point = (value: number, at: number, side: Side): string =>
    value > scale.cap ? arrow(frame.x(at), frame.y(scale.cap), value, theme[side]) : circle(frame.x(at), frame.y(value), side, theme);
  const first = reference.length + 1 + (places - current.length) / 2;
  const drawn = [
    ...reference.map((value, i) => point(value, i + 1, 'reference')),
    ...current.map((value, i) => point(value, first + i, 'current')),
  ];
  return plotSvg(frame, shade + lines + sideWords(frame, frame.x(reference.length + 0.5), scale, theme) + drawn.join(''), alternative);
}
