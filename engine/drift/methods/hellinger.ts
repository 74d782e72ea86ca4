import { hellingerDistance } from '#engine/stats/hellingerDistance.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';
import type { Counts, Evidence } from '../evidence.ts';
import { scalingOfCounts } from './scaling/ofCounts.ts';

const countsOf = (evidence: Evidence): Counts => (evidence.kind === 'numeric' ? evidence.distinctValueCounts : evidence.counts);

export const hellinger = defineDriftMethod({
  id: 'hellinger',
  label: 'Hellinger distance',
  aliases: ['hellinger_distance'],
  appliesTo: ['numeric', 'categorical'],
  verdict: { on: 'statistic', driftedWhen: 'at-or-above', threshold: 0.1 },
  summary: 'How little two distributions overlap, from 0 (the same) to 1 (nothing shared).',
  bins: 'distinct-values',
  compute: (evidence) => {
    const { reference, current } = countsOf(evidence);
    return { statistic: hellingerDistance(reference, current), pValue: null };
  },
  scaling: scalingOfCounts('squares', hellingerDistance, countsOf),
});
