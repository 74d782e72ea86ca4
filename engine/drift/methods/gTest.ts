import { gTest as test } from '#engine/stats/gTest.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';

export const gTest = defineDriftMethod({
  id: 'g-test',
  label: 'G test',
  aliases: ['g_test', 'likelihood-ratio-test'],
  appliesTo: ['categorical'],
  verdict: { on: 'pValue', driftedWhen: 'below', threshold: 0.1 },
  summary: 'Tests by likelihood ratio whether the current categories fit the shares of the reference.',
  bins: 'counts',
  compute: ({ counts }) => test(counts.reference, counts.current),
});
