import { defineRankingMetric } from './defineRankingMetric.ts';
import { expectedHits } from './expectedHits.ts';

/**
 * The share of the relevant items that stand in the first k places.
 *
 * Must be true: a ranking with at least one relevant item, from the best score down.
 * Returns shares in [0, 1], at each k; they never fall as k grows.
 * Throws nothing.
 *
 * Source: C. D. Manning, P. Raghavan and H. Schütze (2008), Introduction to Information Retrieval, 8.4.
 *
 * @example recallAtK.compute(rankingOf([[0.9, 1], [0.8, 0], [0.7, 1], [0.6, 0], [0.5, 1]]), new Float64Array(3)).at(-1) // → 0.666666666667
 */
export const recallAtK = defineRankingMetric({
  id: 'recall-at-k',
  label: 'Recall at k',
  aliases: ['R@k', 'RecallTopK'],
  better: 'higher',
  summary: 'Of the relevant items, the share that stand in the first k places.',
  compute: (ranking, into) => {
    expectedHits(ranking, into);
    for (let i = 0; i < into.length; i++) into[i] = into[i]! / ranking.relevant;
    return into;
  },
});
