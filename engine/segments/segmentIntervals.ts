import type { SegmentMetric } from '#shared/domain/performanceBySegment.ts';
import type { SegmentSettings } from '#shared/domain/performanceBySegment.ts';
import { seededRandom } from '#shared/lib/random.ts';
import type { Pacer } from '../jobs/pacer.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import { bootstrapSteps } from '../stats/bootstrapInterval.ts';

/** What can be drawn anew. */
export interface SegmentDrawing {
  /** Counts of the cells that rows fall into. */
  readonly cells: Float64Array;
  /** The metrics from such counts, null for one that needs more. Where cells are coarse they differ a little from the exact ones. */
  readonly of: (cells: Float64Array) => readonly (number | null)[];
}

/** The metrics of one segment: exact ones, and what they are drawn anew from; the first drawing that has a metric gives its interval. */
export interface SegmentStatistics {
  readonly exact: readonly { readonly metric: string; readonly value: MetricValue }[];
  readonly drawings: readonly SegmentDrawing[];
}

/** Extremes have no bootstrap interval: rows drawn anew cannot lie beyond those that were seen. */
const extremes: readonly string[] = ['max-error'];

interface Around {
  readonly plain: number;
  readonly low: number;
  readonly high: number;
}

function alone({ metric, value }: SegmentStatistics['exact'][number]): SegmentMetric {
  return typeof value === 'number' ? { metric, value, reasons: {} } : { metric, value: null, reasons: { value: value.none } };
}

function written(each: SegmentStatistics['exact'][number], around: Around | null): SegmentMetric {
  const { metric, value } = each;
  if (typeof value !== 'number') return alone(each);
  if (extremes.includes(metric)) return { metric, value, interval: null, reasons: { interval: 'extreme-value' } };
  if (around === null) return { metric, value, interval: null, reasons: { interval: 'too-few-rows' } };
  const shift = value - around.plain;
  return { metric, value, interval: [around.low + shift, around.high + shift], reasons: {} };
}

async function draw({ cells, of }: SegmentDrawing, settings: SegmentSettings, pacer: Pacer): Promise<(Around | null)[]> {
  const { replicates, confidence } = settings;
  if (confidence === null) return [];
  const found = await pacer.run(bootstrapSteps(cells, of, { replicates, confidence, random: seededRandom(1) }));
  return of(cells).map((plain, i) => (plain === null || (found[i] ?? null) === null ? null : { ...found[i]!, plain }));
}

/** The exact metrics, with intervals around them where the settings ask for some; an interval that there is none of has its reason. */
export async function withIntervals(
  { exact, drawings }: SegmentStatistics,
  settings: SegmentSettings,
  pacer: Pacer,
): Promise<SegmentMetric[]> {
  if (settings.confidence === null) return exact.map(alone);
  const drawn: (Around | null)[][] = [];
  for (const drawing of drawings) drawn.push(await draw(drawing, settings, pacer));
  return exact.map((each, i) => written(each, drawn.map((found) => found[i] ?? null).find((found) => found !== null) ?? null));
}
