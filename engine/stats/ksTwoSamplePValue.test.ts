import { describe, expect, it } from 'vitest';
import { ksPathsEqualSizes } from './ksPathsEqualSizes.ts';
import { greatestCommonDivisor, ksPathsUnequalSizes } from './ksPathsUnequalSizes.ts';
import { ksTwoSamplePValue } from './ksTwoSamplePValue.ts';

/** Counts orders of n + m values whose gap reaches h in units of 1/(nm), one by one. */
function shareByCounting(n: number, m: number, h: number): number {
  let reached = 0;
  let all = 0;
  const walk = (i: number, j: number, largest: number): void => {
    const gap = Math.max(largest, Math.abs(i * m - j * n));
    if (i === n && j === m) {
      all++;
      if (gap >= h) reached++;
      return;
    }
    if (i < n) walk(i + 1, j, gap);
    if (j < m) walk(i, j + 1, gap);
  };
  walk(0, 0, 0);
  return reached / all;
}

describe('the two-sample Kolmogorov-Smirnov p-value', () => {
  it('is the share of all orders with such a gap, for every gap of small samples', () => {
    for (const [n, m] of [
      [1, 1],
      [2, 5],
      [4, 6],
      [5, 5],
      [3, 7],
      [6, 4],
    ] as const) {
      for (let h = greatestCommonDivisor(n, m); h <= n * m; h += greatestCommonDivisor(n, m)) {
        expect(ksTwoSamplePValue(h / (n * m), n, m)).toBeCloseTo(shareByCounting(n, m, h), 12);
      }
    }
  });

  it('is the same by both ways of counting where the sizes are equal', () => {
    for (const [n, h] of [
      [20, 3],
      [20, 12],
      [300, 20],
      [300, 150],
    ] as const) {
      expect(ksPathsUnequalSizes(n, n, h) / ksPathsEqualSizes(n, h)).toBeCloseTo(1, 11);
    }
  });

  it('does not depend on which sample comes first', () => {
    expect(ksTwoSamplePValue(0.13, 400, 250)).toBe(ksTwoSamplePValue(0.13, 250, 400));
    expect(ksTwoSamplePValue(0.03, 40_000, 250)).toBe(ksTwoSamplePValue(0.03, 250, 40_000));
  });

  it('falls as the gap grows, through every formula for large samples', () => {
    const gaps = Array.from({ length: 400 }, (_, i) => (i + 1) / 4000);
    for (const size of [10_500, 200_000, 30_000_000]) {
      const shares = gaps.map((d) => ksTwoSamplePValue(d, size, size));
      expect(shares.every((share, i) => share >= 0 && share <= (shares[i - 1] ?? 1))).toBe(true);
    }
  });

  it('is 1 without a gap and 0 beyond the smallest double', () => {
    expect(ksTwoSamplePValue(0, 50, 70)).toBe(1);
    expect(ksTwoSamplePValue(0, 50_000, 70_000)).toBe(1);
    expect(ksTwoSamplePValue(1, 9000, 10_000)).toBe(0);
    expect(ksTwoSamplePValue(1, 1e6, 1e6)).toBe(0);
  });

  it('refuses an empty sample', () => {
    expect(() => ksTwoSamplePValue(0.5, 0, 3)).toThrow(RangeError);
  });
});
