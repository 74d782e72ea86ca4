import type { RankingEvidence } from '../rankingEvidence.ts';

/**
 * How many relevant items stand in the first k places, for each k from 1 on.
 *
 * Must be true: `ranked` is from the best score down and covers all places that are asked for, or all items.
 * Returns the array it wrote into: the mean over all orders of items that tie: of t tied items with r relevant ones, j places hold r j / t.
 * Throws nothing.
 *
 * Source: F. McSherry and M. Najork (2008), Computing information retrieval performance measures efficiently in the
 * presence of tied scores.
 *
 * @example expectedHits(rankingOf([[0.9, 1], [0.5, 0], [0.5, 1]]), new Float64Array(2))[1] // → 1.5
 */
export function expectedHits({ ranked }: RankingEvidence, into: Float64Array): Float64Array {
  const most = into.length;
  let [place, above] = [0, 0];
  for (const { items, relevant } of ranked) {
    for (let j = 1; j <= items && place + j <= most; j++) into[place + j - 1] = above + (relevant * j) / items;
    place += items;
    above += relevant;
  }
  return into.fill(above, Math.min(place, most));
}
