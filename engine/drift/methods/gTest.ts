import { gTestGoodnessOfFit } from '#engine/stats/gTestGoodnessOfFit.ts';
import { gTestHomogeneity } from '#engine/stats/gTestHomogeneity.ts';
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
  summary: 'Tests by likelihood ratio whether the categories of both sides come from one distribution.',
  bins: 'counts',
  compute: ({ counts }) => gTestHomogeneity(counts.reference, counts.current),
  scaling: scalingOfCategories,
  compat: {
    evidently: {
      difference: {
        ours: 'is the test of homogeneity of two samples, at every pair of sizes; a single category gives p = 1',
        theirs:
          'is goodness of fit to the counts of the reference, taken as known exactly, and fails where the sides have unequal sizes; a category that the reference lacks gives p = 0; a single category gives NaN',
        why: 'the reference is a sample too, and theirs flags what did not change, as their chi-square does',
      },
      compute: ({ counts, pooledDistinct }) => {
        const [n, m] = [sum(counts.reference), sum(counts.current)];
        if (Math.abs(n - m) > sizeTolerance * Math.min(n, m))
          return { none: 'refused', sentence: 'The test takes sides of one size only.' };
        if (pooledDistinct < 2) return { none: 'no-number', sentence: 'There is a single category, for which the test has no p-value.' };
        const isNew = (count: number, i: number): boolean => count > 0 && counts.reference[i] === 0;
        if (counts.current.some(isNew)) return { statistic: Number.MAX_VALUE, pValue: 0 };
        return gTestGoodnessOfFit(counts.reference, counts.current);
      },
    },
  },
});
