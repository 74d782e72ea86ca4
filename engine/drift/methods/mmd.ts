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
  scaling: null,
  compat: {
    evidently: {
      difference: {
        ours: 'takes the width of its kernel from both sides, 199 seeded splits and p = (1 + #)/(1 + 199)',
        theirs:
          'takes the width from the reference, 100 splits without a seed and p = #/100, so that it differs from run to run. Reproduced with a seed, and of at most 5,000 values a side',
        why: 'a result has to repeat, and a p-value of splits is never 0',
      },
      needs: 'referenceKernel',
      compute: (evidence) => ({ ...detailOf(evidence, 'referenceKernel') }),
    },
  },
});
