import { defineRankingMetric } from './defineRankingMetric.ts';

/**
 * Precision at the place of each relevant item of the first k, summed and divided by the number of all relevant items.
 *
 * Must be true: a ranking with at least one relevant item, from the best score down.
 * Returns numbers in [0, 1], at each k; 1 only where k reaches the number of relevant items and all of them stand first.
 * Of t tied items with r relevant ones, the j-th is relevant with probability r / t, and then (j − 1)(r − 1)/(t − 1) of
 * those before it are.
 * Throws nothing.
 *
 * Source: E. M. Voorhees and D. K. Harman (2005), TREC, appendix; F. McSherry and M. Najork (2008) for tied scores.
 *
 * @example mapAtK.compute(rankingOf([[0.9, 1], [0.8, 0], [0.7, 1], [0.6, 0], [0.5, 1]]), new Float64Array(3)).at(-1) // → 0.555555555556
 */
export const mapAtK = defineRankingMetric({
  id: 'map-at-k',
  label: 'Mean average precision at k',
  aliases: ['MAP', 'MAP@k'],
  better: 'higher',
  summary: 'Precision at the place of each relevant item, averaged over all relevant items.',
  compute: ({ ranked, relevant: all }, into) => {
    const most = into.length;
    let [place, above, sum] = [0, 0, 0];
    for (const { items, relevant } of ranked) {
      const others = items > 1 ? (relevant - 1) / (items - 1) : 0;
      for (let j = 1; j <= items && place + j <= most; j++) {
        if (relevant > 0) sum += ((relevant / items) * (above + 1 + (j - 1) * others)) / (place + j);
        into[place + j - 1] = sum / all;
      }
      place += items;
      above += relevant;
    }
    return into.fill(sum / all, Math.min(place, most));
  },
});
