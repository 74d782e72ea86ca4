import type { TiedItems } from '../rankingEvidence.ts';
import { defineRankingMetric } from './defineRankingMetric.ts';

/** Gains discounted by their place, added up, at each place; items that tie share the mean of their gains. */
function eachDiscounted(tied: readonly TiedItems[], most: number, take: (i: number, sum: number) => void): void {
  let [place, sum] = [0, 0];
  for (const { items, gain } of tied) {
    const mean = gain / items;
    for (let j = 1; j <= items && place + j <= most; j++) {
      sum += mean / Math.log2(place + j + 1);
      take(place + j - 1, sum);
    }
    place += items;
  }
  for (let i = place; i < most; i++) take(i, sum);
}

/**
 * The gain of the first k places, discounted by 1 / log2(place + 1), over that of the best possible order.
 *
 * Must be true: a ranking with at least one relevant item, from the best score down; gains are not negative and not all 0.
 * Returns numbers in [0, 1], at each k.
 * Throws nothing.
 *
 * Source: K. Järvelin and J. Kekäläinen (2002), Cumulated gain-based evaluation of IR techniques; scikit-learn `ndcg_score`,
 * which treats ties alike.
 *
 * @example ndcgAtK.compute(rankingOf([[0.9, 1], [0.8, 3], [0.7, 0], [0.6, 2]]), new Float64Array(4)).at(-1) // → 0.788377391485
 */
export const ndcgAtK = defineRankingMetric({
  id: 'ndcg-at-k',
  label: 'NDCG at k',
  aliases: ['normalised discounted cumulative gain', 'ndcg_score', 'NDCG'],
  better: 'higher',
  summary: 'How near the order of the first k places comes to the best possible one, the first places counting most.',
  compute: ({ ranked, ideal }, into) => {
    eachDiscounted(ranked, into.length, (i, sum) => {
      into[i] = sum;
    });
    eachDiscounted(ideal, into.length, (i, best) => {
      into[i] = Math.min(into[i]! / best, 1);
    });
    return into;
  },
});
