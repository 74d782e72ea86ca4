import { hellingerDistance } from '#engine/stats/hellingerDistance.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';

export const hellinger = defineDriftMethod({
  id: 'hellinger',
  label: 'Hellinger distance',
  aliases: ['hellinger_distance'],
  appliesTo: ['numeric', 'categorical'],
  verdict: { on: 'statistic', driftedWhen: 'at-or-above', threshold: 0.1 },
  summary: 'How little two distributions overlap, from 0 (the same) to 1 (nothing shared).',
  bins: 'distinct-values',
  compute: (evidence) => {
    const { reference, current } = evidence.kind === 'numeric' ? evidence.distinctValueCounts : evidence.counts;
    return { statistic: hellingerDistance(reference, current), pValue: null };
  },
});
