import type { MetricDifference } from '#shared/domain/modelComparison.ts';
import type { MetricRow } from '#shared/domain/performance.ts';
import { seededRandom } from '#shared/lib/random.ts';
import { metricName } from '#shared/text/metricNames.ts';
import type { Pacer } from '../jobs/pacer.ts';
import { bootstrapSteps, type BootstrapInterval } from '../stats/bootstrapInterval.ts';

type Values = readonly (number | null)[];

/** Metrics of two models on the same rows, which can be drawn anew together. */
export interface PairedStatistics {
  readonly metrics: readonly string[];
  /** How many rows, or blocks of rows, fall into each cell. */
  readonly cells: Float64Array;
  /** The metrics of both from drawn cells. */
  readonly of: (drawn: Float64Array) => { readonly champion: Values; readonly challenger: Values };
}

export interface IntervalSettings {
  readonly confidence: number;
  readonly replicates: number;
  readonly seed: number;
}

/** How much better a value is than another, by what is better of its metric. */
function gainOf(metric: string, champion: number, challenger: number): number {
  const { better } = metricName(metric);
  if (better === 'higher') return challenger - champion;
  if (better === 'lower') return champion - challenger;
  const middle = better === 'nearer-one' ? 1 : 0;
  return Math.abs(champion - middle) - Math.abs(challenger - middle);
}

/** Differences first, then gains, of each metric. */
function comparedIn({ metrics }: PairedStatistics, { champion, challenger }: ReturnType<PairedStatistics['of']>): (number | null)[] {
  const both = (compare: (metric: string, a: number, b: number) => number): (number | null)[] =>
    metrics.map((metric, i) => {
      const [a, b] = [champion[i] ?? null, challenger[i] ?? null];
      return a === null || b === null ? null : compare(metric, a, b);
    });
  return [...both((_, a, b) => b - a), ...both(gainOf)];
}

function verdictOf(gain: BootstrapInterval | null, shift: number): MetricDifference['verdict'] {
  if (gain === null) return null;
  if (gain.low + shift > 0) return 'better';
  return gain.high + shift < 0 ? 'worse' : 'undecided';
}

/**
 * Metrics of both models with the interval of their difference: the same rows are drawn anew for both (percentile
 * bootstrap). Where cells are coarse the interval is moved so that it lies around the exact difference. `rows` has the
 * champion in `reference`, the challenger in `current`.
 */
export async function withDifferences(
  rows: readonly MetricRow[],
  paired: PairedStatistics | null,
  { confidence, replicates, seed }: IntervalSettings,
  pacer: Pacer,
): Promise<MetricDifference[]> {
  const metrics = paired?.metrics ?? [];
  const plain = paired === null ? [] : comparedIn(paired, paired.of(paired.cells));
  const options = { replicates, confidence, random: seededRandom(seed) };
  const found =
    paired === null ? [] : await pacer.run(bootstrapSteps(paired.cells, (drawn) => comparedIn(paired, paired.of(drawn)), options));
  return rows.map(({ metric, reference: champion, current: challenger, reasons }) => {
    const at = metrics.indexOf(metric);
    const named = {
      ...(reasons['reference'] !== undefined && { champion: reasons['reference'] }),
      ...(reasons['current'] !== undefined && { challenger: reasons['current'] }),
    };
    if (champion === null || challenger === null) {
      return { metric, champion, challenger, difference: null, interval: null, verdict: null, reasons: named };
    }
    const difference = challenger - champion;
    const [interval, around] = at === -1 ? [null, null] : [found[at] ?? null, plain[at] ?? null];
    const common = { metric, champion, challenger, difference, reasons: named };
    if (interval === null || around === null) return { ...common, interval: null, verdict: null };
    const shift = difference - around;
    const [gain, gainAround] = [found[metrics.length + at] ?? null, plain[metrics.length + at] ?? null];
    const gainShift = gainOf(metric, champion, challenger) - (gainAround ?? 0);
    return {
      ...common,
      interval: [interval.low + shift, interval.high + shift] as [number, number],
      verdict: verdictOf(gainAround === null ? null : gain, gainShift),
    };
  });
}
