import { gTest as test } from '#engine/stats/gTest.ts';
import { sum } from '#engine/stats/shares.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';
import { scalingOfCategories } from './scaling/ofTests.ts';

/** SciPy's: the root of the spacing of doubles at 1. */
const sizeTolerance = 2 ** -26;

export const gTest = defineDriftMethod({
  id: 'g-test',
  label: 'G test',
  aliases: ['g_test', 'likelihood-ratio-test'],
  appliesTo: ['categorical'],
  verdict: { on: 'pValue', driftedWhen: 'below', threshold: 0.1 },
  summary: 'Tests by likelihood ratio whether the current categories fit the shares of the reference.',
  bins: 'counts',
  compute: ({ counts }) => test(counts.reference, counts.current),
  scaling: scalingOfCategories,
  compat: {
    evidently: {
      difference: {
        ours: 'takes sides of unequal sizes; a category that the reference lacks makes it a test of homogeneity; a single category gives p = 1',
        theirs: 'fails where the sides have unequal sizes; a category that the reference lacks gives p = 0; a single category gives NaN',
        why: 'expected counts have to be scaled to the size of current, or the test is of sizes',
      },
      compute: ({ counts, pooledDistinct }) => {
        const [n, m] = [sum(counts.reference), sum(counts.current)];
        if (Math.abs(n - m) > sizeTolerance * Math.min(n, m))
          return { none: 'refused', sentence: 'The test takes sides of one size only.' };
        if (pooledDistinct < 2) return { none: 'no-number', sentence: 'There is a single category, for which the test has no p-value.' };
        const isNew = (count: number, i: number): boolean => count > 0 && counts.reference[i] === 0;
        return counts.current.some(isNew) ? { statistic: Number.MAX_VALUE, pValue: 0 } : test(counts.reference, counts.current);
      },
    },
  },
});
