import { chiSquareUpperTail } from '#engine/stats/chiSquareUpperTail.ts';
import { effectiveSize, statisticAtSize } from '#engine/stats/effectAtSize.ts';
import { normalUpperTail } from '#engine/stats/normalUpperTail.ts';
import { twoProportionZ } from '#engine/stats/twoProportionZ.ts';
import { firstAgainstRest } from '#engine/stats/firstAgainstRest.ts';
import type { MethodOptions, PValueAtSizes, SizeScaling } from '../../defineDriftMethod.ts';

interface Seen {
  readonly n: number;
  readonly m: number;
  /** A statistic whose excess over chance grows with the effective size. */
  readonly found: number;
  readonly byChance: number;
}

/** The p-values of a quadratic statistic at other sizes. */
export function growing({ n, m, found, byChance }: Seen, pValue: (statistic: number, rows: number) => number): PValueAtSizes {
  const size = effectiveSize(n, m);
  return {
    beyondChance: found > byChance,
    at: (rows) => pValue(statisticAtSize({ found, byChance }, rows / 2 / size), rows),
  };
}

/** Two-sided, or towards the sign that a one-sided test looks for. */
export function normalPValue(square: number, towards: 'both' | 1 | -1): number {
  const tail = normalUpperTail(Math.sqrt(square));
  if (towards === 'both') return Math.min(1, 2 * tail);
  return towards === 1 ? tail : 1 - tail;
}

/** The side a test looks at, seen from the way that values moved. */
export function towards(sign: number, alternative: MethodOptions['alternative']): 'both' | 1 | -1 {
  if (alternative === 'two-sided') return 'both';
  return sign > 0 === (alternative === 'current-higher') ? 1 : -1;
}

/** Tests of homogeneity of all categories. */
export const scalingOfCategories: SizeScaling = {
  of: 'pValue',
  expected: ({ reference, current, pooledDistinct }, { statistic }) => {
    const degrees = Math.max(1, pooledDistinct - 1);
    const tail = (found: number): number => (pooledDistinct < 2 ? 1 : chiSquareUpperTail(found, degrees));
    return growing({ n: reference.n, m: current.n, found: statistic, byChance: degrees }, tail);
  },
};

/** Tests of the first category against the rest. */
export const scalingOfProportions: SizeScaling = {
  of: 'pValue',
  expected: ({ counts }) => {
    const sides = firstAgainstRest(counts.reference, counts.current);
    if (sides === null) return { beyondChance: false, at: () => 1 };
    const { statistic } = twoProportionZ(sides.reference, sides.current);
    const [n, m] = [sides.reference.trials, sides.current.trials];
    return growing({ n, m, found: statistic * statistic, byChance: 1 }, (square) => normalPValue(square, 'both'));
  },
};
