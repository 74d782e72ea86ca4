import { nearestFloat } from '#engine/stats/nearestFloat.ts';
import { cramerVonMises as test, cramerVonMisesPValue, expectedByChance } from '#engine/stats/cramerVonMises.ts';
import { detailOf } from '../asNumeric.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';
import { growing } from './scaling/ofTests.ts';

/** Sides of at most this many values are counted, there as here. */
const countedUpTo = 20;

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function numberOfOrders(n: number, m: number): number {
  return Array.from({ length: n }, (_, i) => (m + i + 1) / (i + 1)).reduce((product, factor) => product * factor, 1);
}

/** NumPy's smallest type for the number of orders, where that exceeds the largest sum; its bits, or null for whole numbers. */
function bitsOfPaths({ n, m }: { readonly n: number; readonly m: number }): number | null {
  const orders = numberOfOrders(n, m);
  const largestSum = (n / greatestCommonDivisor(n, m)) ** 2 * m * m * (n + m);
  if (orders <= largestSum) return null;
  return orders < 65_000 ? 10 : 23;
}

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
  scaling: {
    of: 'pValue',
    expected: (evidence, { statistic }) => {
      const { n, m } = detailOf(evidence, 'ranks');
      const byChance = expectedByChance(n, m);
      return growing({ n, m, found: statistic, byChance }, (found, rows) => cramerVonMisesPValue(found, rows, rows));
    },
  },
  compat: {
    evidently: {
      difference: {
        ours: 'takes cumulative shares where values are equal; a column of one value gives p = 1; small samples are counted exactly',
        theirs:
          'takes midranks, with which samples of unequal sizes with ties differ in the end whatever their law, and a column of one value drifts (p = 0.043); up to 20 rows it counts in half or single precision',
        why: 'a test that flags equal samples because of ties misleads',
      },
      compute: (evidence) => {
        const ranks = detailOf(evidence, 'ranks');
        const { statistic, pValue } = test(ranks, 'midranks');
        const bits = Math.max(ranks.n, ranks.m) > countedUpTo ? null : bitsOfPaths(ranks);
        return { statistic, pValue: bits === null ? pValue : nearestFloat(pValue, bits) };
      },
    },
  },
});
