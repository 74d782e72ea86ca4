import { totalVariationDistance } from '#engine/stats/totalVariationDistance.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';

export const totalVariation = defineDriftMethod({
  id: 'total-variation',
  label: 'Total variation distance',
  aliases: ['TVD', 'tv', 'total_variation_distance', 'Total-Variation-Distance'],
  appliesTo: ['numeric', 'categorical'],
  verdict: { on: 'statistic', driftedWhen: 'at-or-above', threshold: 0.1 },
  summary: 'The share of rows that would have to change bin or category to make one side the other.',
  bins: 'counts',
  compute: ({ counts }) => ({ statistic: totalVariationDistance(counts.reference, counts.current), pValue: null }),
});
