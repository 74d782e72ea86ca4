import type { RankingEvidence } from '../rankingEvidence.ts';

interface RankingMetricCommon {
  /** Permanent, kebab-case. */
  readonly id: string;
  readonly label: string;
  /** Names of other systems. */
  readonly aliases: readonly string[];
  readonly better: 'higher';
  /** One sentence for lists. */
  readonly summary: string;
}

/** Says how good one ranking is; the report shows the mean over rankings. */
export type RankingMetric = RankingMetricCommon & {
  /**
   * Writes the value at each k from 1 on, in [0, 1], and gives the same array back; where scores tie, what a random order
   * of them would give on average.
   */
  compute(ranking: RankingEvidence, into: Float64Array): Float64Array;
};

/** A number that is worked out from the means of others. */
export type CombinedRankingMetric = RankingMetricCommon & {
  readonly from: readonly [RankingMetric, RankingMetric];
  combine(first: number, second: number): number;
};

/** A number that says how good rankings are. One file in ranking/, one line in rankingMetrics.ts. */
export function defineRankingMetric<M extends RankingMetric | CombinedRankingMetric>(metric: M): M {
  return Object.freeze(metric);
}
