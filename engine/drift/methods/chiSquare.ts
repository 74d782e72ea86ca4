import { chiSquareGoodnessOfFit } from '#engine/stats/chiSquareGoodnessOfFit.ts';
import { chiSquareHomogeneity } from '#engine/stats/chiSquareHomogeneity.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';
import { scalingOfCategories } from './scaling/ofTests.ts';

export const chiSquare = defineDriftMethod({
  id: 'chi-square',
  label: 'Chi-square test',
  aliases: ['chisquare', 'chi2', 'chi_squared', 'chi-square p_value'],
  appliesTo: ['categorical'],
  verdict: { on: 'pValue', driftedWhen: 'below', threshold: 0.05 },
  summary: 'Tests whether the categories of both sides come from one distribution.',
  bins: 'counts',
  compute: ({ counts }) => chiSquareHomogeneity(counts.reference, counts.current),
  scaling: scalingOfCategories,
  compat: {
    evidently: {
      difference: {
        ours: 'is the test of homogeneity of two samples, which keeps its level at every pair of sizes; a single category gives p = 1',
        theirs:
          'is goodness of fit to the shares of the reference, taken as known exactly; a category that the reference lacks gives p = 0; a single category gives NaN, which is no drift',
        why: 'the reference is a sample too: without any drift, theirs flags ten categories in half of the cases instead of one in twenty, where the sides are of one size',
      },
      compute: ({ counts, pooledDistinct }) => {
        if (pooledDistinct < 2) return { none: 'no-number', sentence: 'There is a single category, for which the test has no p-value.' };
        const isNew = (count: number, i: number): boolean => count > 0 && counts.reference[i] === 0;
        if (counts.current.some(isNew)) return { statistic: Number.MAX_VALUE, pValue: 0 };
        return chiSquareGoodnessOfFit(counts.reference, counts.current);
      },
    },
  },
});
