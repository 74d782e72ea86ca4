import { cramerVonMises as test } from '#engine/stats/cramerVonMises.ts';
import { detailOf } from '../asNumeric.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';

export const cramerVonMises = defineDriftMethod({
  id: 'cramer-von-mises',
  label: 'Cramér-von Mises test',
  aliases: ['cramer_von_mises', 'cvm', 'cramervonmises_2samp', 'Cramer-von Mises'],
  appliesTo: ['numeric'],
  verdict: { on: 'pValue', driftedWhen: 'at-or-below', threshold: 0.1 },
  summary: 'Tests whether two numeric samples come from one distribution, by all gaps between their cumulative shares.',
  bins: null,
  needs: 'ranks',
  compute: (evidence) => test(detailOf(evidence, 'ranks')),
});
