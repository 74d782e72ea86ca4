import { defineRankingMetric } from './defineRankingMetric.ts';
import { precisionAtK } from './precisionAtK.ts';
import { recallAtK } from './recallAtK.ts';

/**
 * The harmonic mean of mean precision at k and mean recall at k.
 *
 * Must be true: both means are over the same rankings.
 * Returns a number in [0, 1]; 0 where nothing relevant is found.
 * Throws nothing.
 *
 * Source: C. J. van Rijsbergen (1979), Information Retrieval; of means, as in Evidently.
 *
 * @example f1AtK.combine(0.4, 0.6) // → 0.48
 */
export const f1AtK = defineRankingMetric({
  id: 'f1-at-k',
  label: 'F1 at k',
  aliases: ['FBetaTopK', 'F-beta at k'],
  better: 'higher',
  summary: 'The harmonic mean of mean precision and mean recall at k.',
  from: [precisionAtK, recallAtK],
  combine: (precision, recall) => (precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)),
});
