import { mostValuesASide } from '#engine/stats/maximumMeanDiscrepancy.ts';
import { detailOf } from '../asNumeric.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';

export const mmd = defineDriftMethod({
  id: 'mmd',
  label: 'Maximum mean discrepancy',
  aliases: ['empirical_mmd', 'maximum_mean_discrepancy', 'kernel-two-sample'],
  appliesTo: ['numeric'],
  verdict: { on: 'pValue', driftedWhen: 'below', threshold: 0.1 },
  summary: 'Tests by a kernel and random splits whether two numeric samples come from one distribution; of at most 5,000 values a side.',
  bins: null,
  needs: 'kernel',
  mostValues: mostValuesASide,
  compute: (evidence) => ({ ...detailOf(evidence, 'kernel') }),
});
