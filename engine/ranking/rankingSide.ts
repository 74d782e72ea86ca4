import type { RankingGroups, RankingRow, RankingSection, RankingSpread } from '#shared/domain/ranking.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import type { CombinedRankingMetric, RankingMetric } from '../metrics/ranking/defineRankingMetric.ts';
import { rankingMetrics } from '../metrics/rankingMetrics.ts';
import { onBoth, withReasons, type Both } from '../performance/metricRows.ts';
import type { GroupValues, RankingSweep } from './rankingSweep.ts';

type Curve = RankingSection['curves'][number]['reference'];

/** Points of a curve beyond this k are thinned. */
const drawnEach = 20;

/** What one side measured, asked for by metric and k. */
export class RankingSide {
  /** Groups that every mean is over. */
  readonly scored: number;

  constructor(
    private readonly sweep: RankingSweep,
    zeroWithoutRelevant: boolean,
  ) {
    this.scored = zeroWithoutRelevant ? sweep.groups : sweep.groups - sweep.withoutRelevant;
    if (zeroWithoutRelevant && sweep.withoutRelevant > 0) for (const values of sweep.values) values.note(0, sweep.withoutRelevant);
  }

  get rows(): number {
    return this.sweep.rows;
  }

  mean(metric: RankingMetric | CombinedRankingMetric, k: number): MetricValue {
    if (this.sweep.groups === 0) return { none: 'no-valid-values' };
    if (this.scored === 0) return { none: 'no-relevant-items' };
    if (!('from' in metric)) return this.valuesOf(metric).sums[k - 1]!.value / this.scored;
    const [first, second] = metric.from.map((part) => this.mean(part, k));
    return typeof first === 'number' && typeof second === 'number' ? metric.combine(first, second) : { none: 'no-relevant-items' };
  }

  private valuesOf(metric: RankingMetric): GroupValues {
    const found = this.sweep.values.find((values) => values.metric === metric);
    if (found === undefined) throw new Error(`${metric.id} was not measured`);
    return found;
  }

  groups(): RankingGroups {
    const { groups, withoutRelevant, shorterThanK, tied, largest, rows } = this.sweep;
    const meanItems: MetricValue = groups === 0 ? { none: 'no-valid-values' } : rows / groups;
    return { groups, withoutRelevant, shorterThanK, tied, largest, ...withReasons({ meanItems }) };
  }

  spread(metric: RankingMetric, k: number): RankingSpread {
    const values = this.valuesOf(metric);
    const mean = this.mean(metric, k);
    const n = this.scored;
    const few = { none: 'too-few-rows' } as const;
    const variance = typeof mean !== 'number' || n < 2 ? null : Math.max(values.squares.value - n * mean * mean, 0) / (n - 1);
    const numbers: Record<'standardDeviation' | 'standardError', MetricValue> = {
      standardDeviation: variance === null ? few : Math.sqrt(variance),
      standardError: variance === null ? few : Math.sqrt(variance / n),
    };
    return { ...withReasons(numbers), zeros: values.zeros, counts: [...values.counts] };
  }
}

function placesOf(most: number): number[] {
  const step = Math.max(1, Math.ceil(most / drawnEach));
  const places = Array.from({ length: Math.min(most, drawnEach) }, (_, i) => i + 1);
  for (let k = drawnEach + step; k < most; k += step) places.push(k);
  return places.at(-1) === most ? places : [...places, most];
}

type Sides = Both<RankingSide | null>;

export function rankingRows(sides: Sides, ks: readonly number[]): RankingRow[] {
  const value = (side: RankingSide | null, metric: RankingMetric | CombinedRankingMetric, k: number): MetricValue =>
    side === null ? { none: 'no-such-column' } : side.mean(metric, k);
  return rankingMetrics.all.flatMap((metric) =>
    ks.map((k) => ({ metric: metric.id, k, ...withReasons(onBoth((name) => value(sides[name], metric, k))) })),
  );
}

export function rankingCurves(sides: Sides, most: number): RankingSection['curves'] {
  if (most < 2) return [];
  const points = (side: RankingSide | null, metric: RankingMetric | CombinedRankingMetric): Curve =>
    side === null || side.scored === 0 ? [] : placesOf(most).map((k) => [k, side.mean(metric, k) as number]);
  return rankingMetrics.all.map((metric) => ({ metric: metric.id, ...onBoth((name) => points(sides[name], metric)) }));
}

export function rankingSpreads(sides: Sides, k: number): RankingSection['spreads'] {
  return rankingMetrics.all.flatMap((metric) =>
    'from' in metric ? [] : [{ metric: metric.id, k, ...onBoth((name) => sides[name]?.spread(metric, k) ?? null), reasons: {} }],
  );
}
