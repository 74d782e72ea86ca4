import { chiSquareGoodnessOfFit } from '#engine/stats/chiSquareGoodnessOfFit.ts';
import { chiSquareHomogeneity } from '#engine/stats/chiSquareHomogeneity.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';
import type { Counts } from '../evidence.ts';
import { scalingOfCategories } from './scaling/ofTests.ts';

const hasNewCategory = ({ reference, current }: Counts): boolean => current.some((count, i) => count > 0 && reference[i] === 0);

export const chiSquare = defineDriftMethod({
  id: 'chi-square',
  label: 'Chi-square test',
  aliases: ['chisquare', 'chi2', 'chi_squared', 'chi-square p_value'],
  appliesTo: ['categorical'],
  verdict: { on: 'pValue', driftedWhen: 'below', threshold: 0.05 },
  summary: 'Tests whether the current categories fit the shares of the reference.',
  bins: 'counts',
  compute: ({ counts }) => (hasNewCategory(counts) ? chiSquareHomogeneity : chiSquareGoodnessOfFit)(counts.reference, counts.current),
  scaling: scalingOfCategories,
  compat: {
    evidently: {
      difference: {
        ours: 'a category that the reference lacks makes it a test of homogeneity, with a finite p-value; a single category gives p = 1',
        theirs: 'a category that the reference lacks gives p = 0; a single category gives NaN, which is no drift',
        why: 'one new value in a million rows is a finding, not proof that the shares changed',
      },
      compute: ({ counts, pooledDistinct }) => {
        if (pooledDistinct < 2) return { none: 'no-number', sentence: 'There is a single category, for which the test has no p-value.' };
        if (hasNewCategory(counts)) return { statistic: Number.MAX_VALUE, pValue: 0 };
        return chiSquareGoodnessOfFit(counts.reference, counts.current);
      },
    },
  },
});
