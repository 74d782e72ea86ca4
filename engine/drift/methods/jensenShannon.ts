import { jensenShannonDistance } from '#engine/stats/jensenShannonDistance.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';
import { scalingOfCounts } from './scaling/ofCounts.ts';

export const jensenShannon = defineDriftMethod({
  id: 'jensen-shannon',
  label: 'Jensen-Shannon distance',
  aliases: ['jensenshannon', 'jensen_shannon_distance', 'js', 'jsd'],
  appliesTo: ['numeric', 'categorical'],
  verdict: { on: 'statistic', driftedWhen: 'at-or-above', threshold: 0.1 },
  summary: 'How unlike the shares of bins or categories are, between 0 and 0.83, the same both ways.',
  bins: 'counts',
  compute: ({ counts }) => ({ statistic: jensenShannonDistance(counts.reference, counts.current), pValue: null }),
  scaling: scalingOfCounts('squares', jensenShannonDistance),
});
