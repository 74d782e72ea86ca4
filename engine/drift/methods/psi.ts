import { populationStabilityIndex } from '#engine/stats/populationStabilityIndex.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';
import { scalingOfCounts } from './scaling/ofCounts.ts';

export const psi = defineDriftMethod({
  id: 'psi',
  label: 'Population stability index',
  aliases: ['population_stability_index', 'stability-index'],
  appliesTo: ['numeric', 'categorical'],
  verdict: { on: 'statistic', driftedWhen: 'at-or-above', threshold: 0.1 },
  summary: 'How much the shares of bins or categories shifted, both ways together; the usual index of credit scoring.',
  bins: 'counts',
  band: (statistic) => (statistic < 0.1 ? 'none' : statistic <= 0.2 ? 'moderate' : 'significant'),
  compute: ({ counts }) => ({ statistic: populationStabilityIndex(counts.reference, counts.current), pValue: null }),
  scaling: scalingOfCounts('sum', populationStabilityIndex),
});
