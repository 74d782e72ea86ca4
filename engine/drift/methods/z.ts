import { twoProportionZ } from '#engine/stats/twoProportionZ.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';
import { firstAgainstRest } from '#engine/stats/firstAgainstRest.ts';

export const z = defineDriftMethod({
  id: 'z',
  label: 'Z test of two proportions',
  aliases: ['z-test', 'ztest', 'two-proportions', 'Z-test p_value'],
  appliesTo: ['categorical'],
  verdict: { on: 'pValue', driftedWhen: 'below', threshold: 0.05 },
  summary: 'Tests whether the share of the first category is the same on both sides; meant for two categories.',
  bins: 'counts',
  compute: ({ counts }) => {
    const sides = firstAgainstRest(counts.reference, counts.current);
    return sides === null ? { statistic: 0, pValue: 1 } : twoProportionZ(sides.reference, sides.current);
  },
});
