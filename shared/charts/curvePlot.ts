import type { Side } from '../domain/dataset.ts';
import type { ChartTheme } from './chartTheme.ts';
import { plotFrame, plotSvg, type PlotAxis } from './plotFrame.ts';

export interface PlotCurve {
  readonly side: Side;
  readonly points: readonly (readonly [number, number])[];
}

export interface CurvePlot {
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly curves: readonly PlotCurve[];
  /** Thin dotted lines beneath the curves. */
  readonly lines?: readonly PlotCurve[];
  /** The line of a blind guess, or of a perfect fit. */
  readonly diagonal: boolean;
  /** Points are few, and each is marked; or they stand for themselves, without a line. */
  readonly dots: boolean | 'only';
  readonly alternative: string;
}

/** Curves of both sides over each other: reference dashed, current solid. */
export function curvePlot({ x, y, curves, lines = [], diagonal, dots, alternative }: CurvePlot, theme: ChartTheme): string {
  const frame = plotFrame(x, y, theme);
  const place = ([a, b]: readonly [number, number]): string => `${frame.x(a)} ${frame.y(b)}`;
  const across = `<path d="M${place([x.from, y.from])}L${place([x.to, y.to])}" stroke="${theme.axis}" stroke-dasharray="2 3" fill="none"/>`;
  const under = lines.map(
    ({ side, points }) => `<path d="M${points.map(place).join('L')}" stroke="${theme[side]}" stroke-dasharray="2 3" fill="none"/>`,
  );
  const drawn = curves.map(({ side, points }) => {
    if (points.length === 0) return '';
    const colour = theme[side];
    const dash = side === 'reference' ? ' stroke-dasharray="5 3"' : '';
    const line = `<path d="M${points.map(place).join('L')}" stroke="${colour}" stroke-width="1.6"${dash} fill="none"/>`;
    // Of points without a line the reference's are rings, so that the sides differ without colour.
    const filled = dots === 'only' && side === 'reference' ? `fill="none" stroke="${colour}"` : `fill="${colour}"`;
    const marks = points.map(([a, b]) => `<circle cx="${frame.x(a)}" cy="${frame.y(b)}" r="2.6"/>`).join('');
    return (dots === 'only' ? '' : line) + (dots === false ? '' : `<g ${filled}>${marks}</g>`);
  });
  return plotSvg(frame, (diagonal ? across : '') + under.join('') + drawn.join(''), alternative);
}
