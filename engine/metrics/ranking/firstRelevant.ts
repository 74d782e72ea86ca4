import type { RankingEvidence } from '../rankingEvidence.ts';

/**
 * How likely the first relevant item is to stand at place k, for each k from 1 on.
 *
 * Must be true: `ranked` is from the best score down and covers all places that are asked for, or all items.
 * Returns the array it wrote into: 1 at its place where scores do not tie. Of t tied items with r relevant ones the first of these is the j-th with
 * probability C(t − j, r − 1) / C(t, r).
 * Throws nothing.
 *
 * Source: F. McSherry and M. Najork (2008), Computing information retrieval performance measures efficiently in the
 * presence of tied scores.
 *
 * @example firstRelevant(rankingOf([[0.9, 0], [0.5, 0], [0.5, 1]]), new Float64Array(3))[2] // → 0.5
 */
export function firstRelevant({ ranked }: RankingEvidence, into: Float64Array): Float64Array {
  const most = into.length;
  into.fill(0);
  let place = 0;
  for (const { items, relevant } of ranked) {
    if (relevant > 0) {
      let probability = relevant / items;
      for (let j = 1; probability > 0 && place + j <= most; j++) {
        into[place + j - 1] = probability;
        probability *= (items - j - relevant + 1) / Math.max(items - j, 1);
      }
      break;
    }
    place += items;
  }
  return into;
}
