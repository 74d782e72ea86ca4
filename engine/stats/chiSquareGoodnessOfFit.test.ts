import { describe, expect, it } from 'vitest';
import { seededRandom } from '#shared/lib/random.ts';
import { chiSquareGoodnessOfFit } from './chiSquareGoodnessOfFit.ts';
import { chiSquareHomogeneity } from './chiSquareHomogeneity.ts';
import { chiSquareUpperTail } from './chiSquareUpperTail.ts';
import { gTestGoodnessOfFit } from './gTestGoodnessOfFit.ts';
import { gTestHomogeneity } from './gTestHomogeneity.ts';
import { twoProportionZ } from './twoProportionZ.ts';

describe('tests of counts, by chi-square and by likelihood ratio,', () => {
  const ofFit = [chiSquareGoodnessOfFit, gTestGoodnessOfFit];
  const ofHomogeneity = [chiSquareHomogeneity, gTestHomogeneity];

  it('leave out categories that neither side has', () => {
    for (const test of [...ofFit, ...ofHomogeneity]) expect(test([30, 0, 20], [20, 0, 30])).toEqual(test([30, 20], [20, 30]));
  });

  it('of fit refuse a category that the reference lacks', () => {
    for (const test of ofFit) expect(() => test([10, 0], [9, 1])).toThrow(RangeError);
  });

  it('have nothing to say of a single category or an empty side', () => {
    const nothing = { statistic: 0, pValue: 1 };
    for (const test of [...ofFit, ...ofHomogeneity]) {
      expect(test([10], [7])).toEqual(nothing);
      expect(test([10, 5], [0, 0])).toEqual(nothing);
      expect(test([0, 0], [1, 2])).toEqual(nothing);
    }
  });

  it('of homogeneity do not hang on which side is the reference, and count a category of one side only', () => {
    for (const test of ofHomogeneity) {
      const [there, back] = [test([40, 3, 1, 0], [70, 1, 0, 5]), test([70, 1, 0, 5], [40, 3, 1, 0])];
      expect(there.statistic).toBeCloseTo(back.statistic, 12);
      expect(there.pValue).toBeCloseTo(back.pValue, 12);
      expect(there.pValue).toBeCloseTo(chiSquareUpperTail(there.statistic, 3), 12);
    }
  });

  it('of fit are those of homogeneity where the reference has so many rows that it is as good as known', () => {
    const known = [5e12, 3e12, 2e12];
    expect(chiSquareHomogeneity(known, [45, 30, 25]).pValue).toBeCloseTo(chiSquareGoodnessOfFit(known, [45, 30, 25]).pValue, 9);
    expect(gTestHomogeneity(known, [45, 30, 25]).pValue).toBeCloseTo(gTestGoodnessOfFit(known, [45, 30, 25]).pValue, 9);
  });

  it('of homogeneity keep their level of 5 % where both sides are samples, which that of fit does not', () => {
    const random = seededRandom(9);
    const drawn = (rows: number): Float64Array => {
      const counts = new Float64Array(10);
      for (let i = 0; i < rows; i++) counts[Math.floor(10 * random())]!++;
      return counts;
    };
    const pairs = Array.from({ length: 1000 }, () => [drawn(500), drawn(500)] as const);
    const flagged = (test: typeof chiSquareHomogeneity): number => pairs.filter((sides) => test(...sides).pValue < 0.05).length / 1000;
    for (const test of ofHomogeneity) expect(Math.abs(flagged(test) - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / 1000));
    for (const test of ofFit) expect(flagged(test)).toBeGreaterThan(0.4);
  });

  it('of homogeneity are the square of the z test for two categories', () => {
    const z = twoProportionZ({ hits: 37, trials: 90 }, { hits: 11, trials: 60 });
    const table = chiSquareHomogeneity([37, 53], [11, 49]);
    expect(table.statistic).toBeCloseTo(z.statistic ** 2, 10);
    expect(table.pValue).toBeCloseTo(z.pValue, 12);
  });
});
