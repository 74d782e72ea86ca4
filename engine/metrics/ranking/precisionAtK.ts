import { defineRankingMetric } from './defineRankingMetric.ts';
import { expectedHits } from './expectedHits.ts';

/**
 * The share of the first k places that hold a relevant item.
 *
 * Must be true: a ranking with at least one relevant item, from the best score down.
 * Returns shares in [0, 1], at each k; a list shorter than k is divided by its own length.
 * Throws nothing.
 *
 * Source: C. D. Manning, P. Raghavan and H. Schütze (2008), Introduction to Information Retrieval, 8.4; the length of short
 * lists as in Evidently.
 *
 * @example precisionAtK.compute(rankingOf([[0.9, 1], [0.8, 0], [0.7, 1], [0.6, 0], [0.5, 0]]), new Float64Array(4)).at(-1) // → 0.5
 */
export const precisionAtK = defineRankingMetric({
  id: 'precision-at-k',
  label: 'Precision at k',
  aliases: ['P@k', 'PrecisionTopK'],
  better: 'higher',
  summary: 'Of the first k places, the share that hold a relevant item.',
  compute: (ranking, into) => {
    expectedHits(ranking, into);
    for (let i = 0; i < into.length; i++) into[i] = into[i]! / Math.min(i + 1, ranking.items);
    return into;
  },
});
