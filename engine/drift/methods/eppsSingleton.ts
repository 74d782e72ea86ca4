import { eppsSingleton as test } from '#engine/stats/eppsSingleton.ts';
import { detailOf } from '../asNumeric.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';

export const eppsSingleton = defineDriftMethod({
  id: 'epps-singleton',
  label: 'Epps-Singleton test',
  aliases: ['es', 'epps_singleton_2samp', 'Epps-Singleton'],
  appliesTo: ['numeric'],
  verdict: { on: 'pValue', driftedWhen: 'below', threshold: 0.05 },
  summary: 'Tests whether two numeric samples come from one distribution, by their waves; also for counts with many ties.',
  bins: null,
  needs: 'waves',
  compute: (evidence) => {
    const waves = detailOf(evidence, 'waves');
    return waves === null ? { statistic: 0, pValue: 1 } : test(waves.reference, waves.current);
  },
});
