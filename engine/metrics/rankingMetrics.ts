import { registry } from '#shared/lib/registry.ts';
import type { CombinedRankingMetric, RankingMetric } from './ranking/defineRankingMetric.ts';
import { f1AtK } from './ranking/f1AtK.ts';
import { hitRateAtK } from './ranking/hitRateAtK.ts';
import { mapAtK } from './ranking/mapAtK.ts';
import { mrrAtK } from './ranking/mrrAtK.ts';
import { ndcgAtK } from './ranking/ndcgAtK.ts';
import { precisionAtK } from './ranking/precisionAtK.ts';
import { recallAtK } from './ranking/recallAtK.ts';

/** Metrics of rankings, in the order in which they are shown. */
export const rankingMetrics = registry<RankingMetric | CombinedRankingMetric>([
  ndcgAtK,
  mapAtK,
  mrrAtK,
  hitRateAtK,
  precisionAtK,
  recallAtK,
  f1AtK,
]);
