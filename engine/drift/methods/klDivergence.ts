import { klDivergence as divergence } from '#engine/stats/klDivergence.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';
import { scalingOfCounts } from './scaling/ofCounts.ts';

export const klDivergence = defineDriftMethod({
  id: 'kl-divergence',
  label: 'Kullback-Leibler divergence',
  aliases: ['kl_div', 'kl', 'kullback-leibler', 'Kullback-Leibler divergence', 'relative-entropy'],
  appliesTo: ['numeric', 'categorical'],
  verdict: { on: 'statistic', driftedWhen: 'at-or-above', threshold: 0.1 },
  summary: 'How badly the current shares would describe reference data; weighs what became rare.',
  bins: 'counts',
  compute: ({ counts }) => ({ statistic: divergence(counts.reference, counts.current), pValue: null }),
  scaling: scalingOfCounts('sum', divergence),
});
