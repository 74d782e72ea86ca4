import { totalVariationDistance } from '#engine/stats/totalVariationDistance.ts';
import { totalVariationPermutation } from '#engine/stats/totalVariationPermutation.ts';
import { seededRandom } from '#shared/lib/random.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';
import { scalingOfCounts } from './scaling/ofCounts.ts';

export const totalVariation = defineDriftMethod({
  id: 'total-variation',
  label: 'Total variation distance',
  aliases: ['TVD', 'tv', 'total_variation_distance', 'Total-Variation-Distance'],
  appliesTo: ['numeric', 'categorical'],
  verdict: { on: 'statistic', driftedWhen: 'at-or-above', threshold: 0.1 },
  summary: 'The share of rows that would have to change bin or category to make one side the other.',
  bins: 'counts',
  compute: ({ counts }) => ({ statistic: totalVariationDistance(counts.reference, counts.current), pValue: null }),
  scaling: scalingOfCounts('squares', totalVariationDistance),
  compat: {
    evidently: {
      difference: {
        ours: 'is the distance itself, drift from 0.1 on; also for numeric columns',
        theirs:
          'is the p-value of 1000 random deals of the rows, drift below 0.1; categorical columns only. Reproduced with our own seed, so that it agrees to about 0.03',
        why: 'a distance says how large a change is; the p-value depends on a seed and, for text, on the hash seed of the process',
      },
      verdict: { on: 'pValue', driftedWhen: 'below', threshold: 0.1 },
      compute: ({ kind, counts }) =>
        kind === 'numeric'
          ? { none: 'refused', sentence: 'The test takes categorical columns only.' }
          : totalVariationPermutation(counts.reference, counts.current, seededRandom(0)),
    },
  },
});
