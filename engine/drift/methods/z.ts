import { twoProportionZ } from '#engine/stats/twoProportionZ.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';
import { firstAgainstRest } from '#engine/stats/firstAgainstRest.ts';
import { scalingOfProportions } from './scaling/ofTests.ts';

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
  scaling: scalingOfProportions,
  compat: {
    evidently: {
      difference: {
        ours: 'keeps its digits in the far tail',
        theirs: 'takes 2(1 − Φ(z)): p-values below 1e-7 lose digits, below 1e-16 they are 0',
        why: 'the tail itself can be computed; verdicts are the same',
      },
      compute: ({ counts }) => {
        const sides = firstAgainstRest(counts.reference, counts.current);
        if (sides === null) return { statistic: 0, pValue: 1 };
        const { statistic, pValue } = twoProportionZ(sides.reference, sides.current);
        return { statistic, pValue: 2 * (1 - (1 - pValue / 2)) };
      },
    },
  },
});
