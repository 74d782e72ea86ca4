import { fisherExact as test } from '#engine/stats/fisherExact.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';
import { firstAgainstRest } from '#engine/stats/firstAgainstRest.ts';
import { scalingOfProportions } from './scaling/ofTests.ts';

export const fisherExact = defineDriftMethod({
  id: 'fisher-exact',
  label: 'Fisher’s exact test',
  aliases: ['fisher_exact', 'fisher', "Fisher's Exact test"],
  appliesTo: ['categorical'],
  verdict: { on: 'pValue', driftedWhen: 'below', threshold: 0.1 },
  summary: 'Tests whether the share of the first category is the same on both sides, exact also for few rows.',
  bins: 'counts',
  compute: ({ counts }) => {
    const sides = firstAgainstRest(counts.reference, counts.current);
    return sides === null ? { statistic: 0, pValue: 1 } : test(sides.reference, sides.current);
  },
  scaling: scalingOfProportions,
  compat: {
    evidently: {
      difference: {
        ours: 'takes sides of unequal sizes, and of more than two categories the first against the rest',
        theirs: 'fails where the sides have unequal sizes or more than two categories',
        why: 'the test is exact at every pair of sizes',
      },
      compute: ({ counts, pooledDistinct }) => {
        const sides = firstAgainstRest(counts.reference, counts.current);
        if (sides === null || sides.reference.trials !== sides.current.trials)
          return { none: 'refused', sentence: 'The test takes sides of one size only.' };
        if (pooledDistinct > 2) return { none: 'refused', sentence: 'The test takes two categories at most.' };
        return test(sides.reference, sides.current);
      },
    },
  },
});
