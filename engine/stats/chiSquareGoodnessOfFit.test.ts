import { describe, expect, it } from 'vitest';
import { chiSquareGoodnessOfFit } from './chiSquareGoodnessOfFit.ts';
import { chiSquareHomogeneity } from './chiSquareHomogeneity.ts';
import { twoProportionZ } from './twoProportionZ.ts';

describe('chi-square tests', () => {
  it('leave out categories that neither side has', () => {
    expect(chiSquareGoodnessOfFit([30, 0, 20], [20, 0, 30])).toEqual(chiSquareGoodnessOfFit([30, 20], [20, 30]));
    expect(chiSquareHomogeneity([30, 0, 20], [20, 0, 30])).toEqual(chiSquareHomogeneity([30, 20], [20, 30]));
  });

  it('of fit refuse a category that the reference lacks', () => {
    expect(() => chiSquareGoodnessOfFit([10, 0], [9, 1])).toThrow(RangeError);
  });

  it('have nothing to say of a single category or an empty side', () => {
    const nothing = { statistic: 0, pValue: 1 };
    expect(chiSquareGoodnessOfFit([10], [7])).toEqual(nothing);
    expect(chiSquareGoodnessOfFit([10, 5], [0, 0])).toEqual(nothing);
    expect(chiSquareGoodnessOfFit([0, 0], [1, 2])).toEqual(nothing);
    expect(chiSquareHomogeneity([10], [7])).toEqual(nothing);
    expect(chiSquareHomogeneity([0, 0], [1, 2])).toEqual(nothing);
  });

  it('of homogeneity are the square of the z test for two categories', () => {
    const z = twoProportionZ({ hits: 37, trials: 90 }, { hits: 11, trials: 60 });
    const table = chiSquareHomogeneity([37, 53], [11, 49]);
    expect(table.statistic).toBeCloseTo(z.statistic ** 2, 10);
    expect(table.pValue).toBeCloseTo(z.pValue, 12);
  });
});
