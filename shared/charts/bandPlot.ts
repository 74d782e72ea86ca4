import type { Side } from '../domain/dataset.ts';
import type { ChartTheme } from './chartTheme.ts';
import { plotFrame, plotSvg, roundPlace } from './plotFrame.ts';

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

function points(
  values: readonly number[],
  first: number,
  side: Side,
  place: (x: number, y: number) => [number, number],
  theme: ChartTheme,
): string {
  const how =
    side === 'reference'
      ? `fill="none" stroke="${theme.reference}" stroke-width="1.6"`
      : `fill="${theme.current}" stroke="${theme.current}"`;
  return values
    .map((value, i) => {
      const [x, y] = place(first + i, value);
      return `<circle cx="${x}" cy="${y}" r="${side === 'reference' ? 3.2 : 4}" ${how}/>`;
    })
    .join('');
}

/** The pieces of the reference, then those of current, over the band of what is usual. */
export function bandPlot({ yLabel, reference, current, band, centre, alternative }: BandPlot, theme: ChartTheme): string {
  const all = [...reference, ...current, band.to, centre, ...(band.from === null ? [] : [band.from])];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const margin = (most - least || Math.abs(most) || 1) * room;
  const [from, to] = [Math.max(least - margin, least >= 0 ? 0 : Number.NEGATIVE_INFINITY), most + margin];
  const count = reference.length + current.length;
  const frame = plotFrame({ label: 'pieces, one after the other', from: 0, to: count + 1 }, { label: yLabel, from, to }, theme);
  const [left, right] = [frame.x(0), frame.x(count + 1)];
  const [top, bottom] = [frame.y(band.to), frame.y(band.from ?? from)];
  const shade = `<path d="M${left} ${top}H${right}V${bottom}H${left}z" fill="${theme.reference}" fill-opacity="0.14"/>`;
  const lines = `<path d="M${left} ${top}H${right}" stroke="${theme.axis}" fill="none"/><path d="M${left} ${frame.y(centre)}H${right}" stroke="${theme.reference}" stroke-dasharray="5 3" fill="none"/>`;
  const border = roundPlace(frame.x(reference.length + 0.5));
  const heading = (x: number, anchor: string, side: Side): string =>
    `<text x="${x}" y="${frame.y(to) + 8}" text-anchor="${anchor}" fill="${theme[side]}" font-size="11" dominant-baseline="central">${side}</text>`;
  const sides = `<path d="M${border} ${frame.y(to)}V${frame.y(from)}" stroke="${theme.axis}" stroke-dasharray="2 3" fill="none"/>${heading(roundPlace(border - 6), 'end', 'reference')}${right - border < 48 ? heading(right, 'end', 'current') : heading(roundPlace(border + 6), 'start', 'current')}`;
  const place = (x: number, y: number): [number, number] => [frame.x(x), frame.y(y)];
  const drawn = points(reference, 1, 'reference', place, theme) + points(current, reference.length + 1, 'current', place, theme);
  return plotSvg(frame, shade + lines + sides + drawn, alternative);
}
