import type { RankingEvidence } from '../rankingEvidence.ts';

/**
 * How likely the first relevant item is to stand at place k, for each k from 1 to `most`.
 *
 * Must be true: `ranked` is from the best score down and covers the first `most` places, or all items.
 * Returns 1 at its place where scores do not tie. Of t tied items with r relevant ones the first of these is the j-th with
 * probability C(t − j, r − 1) / C(t, r).
 * Throws nothing.
 *
 * Source: F. McSherry and M. Najork (2008), Computing information retrieval performance measures efficiently in the
 * presence of tied scores.
 *
 * @example firstRelevant(rankingOf([[0.9, 0], [0.5, 0], [0.5, 1]]), 3)[2] // → 0.5
 */
export function firstRelevant({ ranked }: RankingEvidence, most: number): Float64Array {
  const probabilities = new Float64Array(most);
  let place = 0;
  for (const { items, relevant } of ranked) {
    if (relevant > 0) {
      let probability = relevant / items;
      for (let j = 1; probability > 0 && place + j <= most; j++) {
        probabilities[place + j - 1] = probability;
        probability *= (items - j - relevant + 1) / Math.max(items - j, 1);
      }
      break;
    }
    place += items;
  }
  return probabilities;
}
