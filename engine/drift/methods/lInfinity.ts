import { lInfinityDistance } from '#engine/stats/lInfinityDistance.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';
import { scalingOfCounts } from './scaling/ofCounts.ts';

export const lInfinity = defineDriftMethod({
  id: 'l-infinity',
  label: 'L-infinity distance',
  aliases: ['l_infinity', 'linf', 'chebyshev'],
  appliesTo: ['numeric', 'categorical'],
  verdict: { on: 'statistic', driftedWhen: 'at-or-above', threshold: 0.1 },
  summary: 'The largest change of the share of one bin or category.',
  bins: 'counts',
  compute: ({ counts }) => ({ statistic: lInfinityDistance(counts.reference, counts.current), pValue: null }),
  scaling: scalingOfCounts('squares', lInfinityDistance),
});
