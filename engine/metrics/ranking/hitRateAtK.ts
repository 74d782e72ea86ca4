import { defineRankingMetric } from './defineRankingMetric.ts';
import { firstRelevant } from './firstRelevant.ts';

/**
 * Whether at least one relevant item stands in the first k places.
 *
 * Must be true: a ranking with at least one relevant item, from the best score down.
 * Returns 0 or 1, at each k; between them where items that tie decide.
 * Throws nothing.
 *
 * Source: M. Deshpande and G. Karypis (2004), Item-based top-N recommendation algorithms.
 *
 * @example hitRateAtK.compute(rankingOf([[0.9, 0], [0.5, 1], [0.5, 0], [0.5, 0]]), new Float64Array(2)).at(-1) // → 0.333333333333
 */
export const hitRateAtK = defineRankingMetric({
  id: 'hit-rate-at-k',
  label: 'Hit rate at k',
  aliases: ['HitRate', 'success at k'],
  better: 'higher',
  summary: 'The share of rankings with a relevant item in the first k places.',
  compute: (ranking, into) => {
    firstRelevant(ranking, into);
    for (let i = 0, sum = 0; i < into.length; i++) into[i] = sum = Math.min(sum + into[i]!, 1);
    return into;
  },
});
