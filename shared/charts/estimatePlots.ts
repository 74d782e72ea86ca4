import type { ClassificationEstimate, EstimateChunk, EstimatedMetric, EstimatedPerformance } from '../domain/estimatedPerformance.ts';
import { formatNumber } from '../text/formatNumber.ts';
import { metricName } from '../text/metricNames.ts';
import type { ChartTheme } from './chartTheme.ts';
import { curvePlot } from './curvePlot.ts';
import type { TitledPlot } from './performancePlots.ts';
import { plotFrame, plotSvg, type PlotFrame } from './plotFrame.ts';

type Point = Omit<EstimateChunk, 'chunk' | 'reasons'> & { readonly place: number };

function pointsOf({ chunks, current }: EstimatedMetric): Point[] {
  const ofCurrent = chunks.filter(({ side }) => side === 'current');
  const whole = { side: 'current' as const, ...current };
  return [...chunks.filter(({ side }) => side === 'reference'), ...(ofCurrent.length > 0 ? ofCurrent : [whole])].map((point, i) => ({
    ...point,
    place: i + 1,
  }));
}

/** The scale is that of the estimates and of what is usual; what labels said of current may stretch it to twice that. */
function heightsOf({ lowerThreshold, upperThreshold }: EstimatedMetric, points: readonly Point[]): { from: number; to: number } {
  const drawn = points.flatMap(({ side, low, high, estimated, realised }) => (side === 'reference' ? [realised] : [low, high, estimated]));
  const numbers = [...drawn, lowerThreshold, upperThreshold].filter((value) => value !== null);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const span = most - least || Math.abs(most) || 0.1;
  const labels = points.flatMap(({ realised }) => (realised === null ? [] : [realised]));
  const [from, to] = [Math.max(Math.min(least, ...labels), least - span / 2), Math.min(Math.max(most, ...labels), most + span / 2)];
  return { from: from - span * 0.08, to: to + span * 0.08 };
}

/** A ring, or an arrow at the edge where it lies beyond the scale. */
function drawRealised(
  { x, y }: PlotFrame,
  place: number,
  value: number,
  { from, to }: { from: number; to: number },
  colour: string,
): string {
  if (value >= from && value <= to)
    return `<circle cx="${x(place)}" cy="${y(value)}" r="3" fill="none" stroke="${colour}" stroke-width="1.3"/>`;
  const up = value > to;
  return `<path d="M${x(place) - 4} ${y(up ? to : from) + (up ? 7 : -7)}h8l-4 ${up ? -6 : 6}z" fill="none" stroke="${colour}" stroke-width="1.3"/>`;
}

/** Reference: what labels said, hollow. Current: the estimate with its band, full; what labels said, hollow. */
function drawPoint(frame: PlotFrame, heights: { from: number; to: number }, point: Point, theme: ChartTheme): string {
  const { x, y } = frame;
  const { side, place, estimated, low, high, realised } = point;
  const colour = theme[side];
  const ring = realised === null ? '' : drawRealised(frame, place, realised, heights, colour);
  if (side === 'reference') return ring;
  const band =
    low === null || high === null
      ? ''
      : `<path d="M${x(place)} ${y(low)}V${y(high)}" stroke="${colour}" stroke-width="5" stroke-opacity=".28" fill="none"/>`;
  return band + (estimated === null ? '' : `<circle cx="${x(place)}" cy="${y(estimated)}" r="3" fill="${colour}"/>`) + ring;
}

function metricPlot(found: EstimatedMetric, theme: ChartTheme): TitledPlot | null {
  const points = pointsOf(found);
  const shown = points.filter(({ estimated, realised }) => estimated !== null || realised !== null);
  if (shown.length === 0) return null;
  const { short } = metricName(found.metric);
  const heights = heightsOf(found, points);
  const frame = plotFrame(
    { label: 'chunks: reference, then current', from: 0.5, to: points.length + 0.5 },
    { label: '', ...heights },
    theme,
  );
  const [left, right] = [frame.x(0.5), frame.x(points.length + 0.5)];
  const limits = [found.lowerThreshold, found.upperThreshold].map((limit) =>
    limit === null ? '' : `<path d="M${left} ${frame.y(limit)}H${right}" stroke="${theme.text}" stroke-dasharray="2 3" fill="none"/>`,
  );
  const border = points.filter(({ side }) => side === 'reference').length + 0.5;
  const divide = `<path d="M${frame.x(border)} ${frame.y(heights.from)}V${frame.y(heights.to)}" stroke="${theme.axis}" fill="none"/>`;
  const { estimated, low, high } = found.current;
  const now =
    estimated === null
      ? ''
      : ` Current is estimated at ${formatNumber(estimated)}${low === null || high === null ? '' : `, between ${formatNumber(low)} and ${formatNumber(high)}`}.`;
  const alternative = `${short} by chunk: what the reference realised and what is estimated on current.${now}`;
  const svg = plotSvg(
    frame,
    limits.join('') + divide + points.map((point) => drawPoint(frame, heights, point, theme)).join(''),
    alternative,
  );
  return { id: `estimated-${found.metric}`, title: short, svg };
}

/** Each metric over the chunks of the reference and of current, with the limits of what is usual. */
export function estimatePlots({ metrics }: EstimatedPerformance, theme: ChartTheme, only: readonly string[] | null = null): TitledPlot[] {
  return metrics.filter(({ metric }) => only === null || only.includes(metric)).flatMap((metric) => metricPlot(metric, theme) ?? []);
}

const unit = { from: 0, to: 1 } as const;
/** Lines of more classes than this are in the JSON report alone. */
const mostLines = 6;

/** The picture itself names no class, since its text is not escaped. */
function linePlot(
  curve: readonly [number, number][],
  theme: ChartTheme,
  of: { readonly id: string; readonly label: string | null },
): TitledPlot[] {
  if (curve.length < 2) return [];
  const share = of.label === null ? 'share of positives in the reference' : 'share of the class in the reference';
  const svg = curvePlot(
    {
      x: { label: 'probability of the model', ...unit },
      y: { label: share, ...unit },
      curves: [{ side: 'reference', points: curve }],
      diagonal: true,
      dots: false,
      alternative: `S${share.slice(1)} by the probability of the model, as isotonic regression has it.`,
    },
    theme,
  );
  const whose = of.label === null ? '' : ` of ${of.label}`;
  return [{ id: of.id, title: `What a probability${whose} was worth on the reference`, svg }];
}

/** What a probability of the model was worth on the reference, of a few classes each; none without a line. */
export function calibrationPlot({ calibration, classes }: ClassificationEstimate, theme: ChartTheme): TitledPlot[] {
  if (classes.length === 0) return linePlot(calibration.curve, theme, { id: 'calibration-line', label: null });
  if (classes.length > mostLines) return [];
  return classes.flatMap(({ label, calibration: { curve } }, index) => linePlot(curve, theme, { id: `calibration-line-${index}`, label }));
}
