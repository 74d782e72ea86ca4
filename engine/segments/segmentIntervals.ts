import type { SegmentMetric } from '#shared/domain/performanceBySegment.ts';
import type { SegmentSettings } from '#shared/domain/performanceBySegment.ts';
import { seededRandom } from '#shared/lib/random.ts';
import type { Pacer } from '../jobs/pacer.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import { bootstrapSteps } from '../stats/bootstrapInterval.ts';

/** The metrics of one segment: exact ones, and what counts of its cells would give. */
export interface SegmentStatistics {
  readonly exact: readonly { readonly metric: string; readonly value: MetricValue }[];
  /** Counts of the cells that its rows fall into. */
  readonly cells: Float64Array;
  /** The same metrics from such counts. Where cells are coarse they differ a little from the exact ones. */
  readonly of: (cells: Float64Array) => readonly (number | null)[];
}

/** Extremes have no bootstrap interval: rows drawn anew cannot lie beyond those that were seen. */
const withoutInterval: readonly string[] = ['max-error'];

function written({ metric, value }: SegmentStatistics['exact'][number], interval: readonly [number, number] | null): SegmentMetric {
  if (typeof value !== 'number') return { metric, value: null, reasons: { value: value.none } };
  return { metric, value, ...(interval !== null && { interval: [interval[0], interval[1]] as [number, number] }), reasons: {} };
}

/** The exact metrics, with intervals around them where the settings ask for some. */
export async function withIntervals(
  { exact, cells, of }: SegmentStatistics,
  { confidence, replicates }: SegmentSettings,
  pacer: Pacer,
): Promise<SegmentMetric[]> {
  if (confidence === null) return exact.map((each) => written(each, null));
  const plain = of(cells);
  const found = await pacer.run(bootstrapSteps(cells, of, { replicates, confidence, random: seededRandom(1) }));
  return exact.map((each, i) => {
    const [around, interval] = [plain[i] ?? null, found[i] ?? null];
    if (typeof each.value !== 'number' || around === null || interval === null || withoutInterval.includes(each.metric))
      return written(each, null);
    const shift = each.value - around;
    return written(each, [interval.low + shift, interval.high + shift]);
  });
}
