import { defineRankingMetric } from './defineRankingMetric.ts';
import { firstRelevant } from './firstRelevant.ts';

/**
 * One over the place of the first relevant item, or 0 where none stands in the first k places.
 *
 * Must be true: a ranking with at least one relevant item, from the best score down.
 * Returns numbers in [0, 1], at each k; they never fall as k grows.
 * Throws nothing.
 *
 * Source: E. M. Voorhees (1999), The TREC-8 question answering track report.
 *
 * @example mrrAtK.compute(rankingOf([[0.9, 0], [0.8, 0], [0.7, 1]]), new Float64Array(3)).at(-1) // → 0.333333333333
 */
export const mrrAtK = defineRankingMetric({
  id: 'mrr-at-k',
  label: 'Mean reciprocal rank at k',
  aliases: ['MRR', 'MRR@k'],
  better: 'higher',
  summary: 'One over the place of the first relevant item.',
  compute: (ranking, into) => {
    firstRelevant(ranking, into);
    for (let i = 0, sum = 0; i < into.length; i++) into[i] = sum += into[i]! / (i + 1);
    return into;
  },
});
