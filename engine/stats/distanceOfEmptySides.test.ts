import { describe, expect, it } from 'vitest';
import { hellingerDistance } from './hellingerDistance.ts';
import { jensenShannonDistance } from './jensenShannonDistance.ts';
import { klDivergence } from './klDivergence.ts';
import { populationStabilityIndex } from './populationStabilityIndex.ts';
import { totalVariationDistance } from './totalVariationDistance.ts';

const bounded = { jensenShannonDistance, hellingerDistance, totalVariationDistance };
const largest = { jensenShannonDistance: Math.sqrt(Math.LN2), hellingerDistance: 1, totalVariationDistance: 1 };

describe('distances of counts', () => {
  it.each(Object.entries(bounded))('%s is at its largest where one side is empty, and 0 where both are', (name, distance) => {
    expect(distance([0, 0], [3, 4])).toBe(largest[name as keyof typeof largest]);
    expect(distance([3, 4], [0, 0])).toBe(largest[name as keyof typeof largest]);
    expect(distance([0, 0], [0, 0])).toBe(0);
  });

  it.each(Object.entries(bounded))('%s is exactly 0 for equal shares of unequal totals', (_, distance) => {
    expect(distance([10, 20, 30], [100, 200, 300])).toBe(0);
  });

  it('divergences stay finite where a side is empty', () => {
    expect(populationStabilityIndex([0, 0], [3, 4])).toBeGreaterThan(0);
    expect(klDivergence([0, 0], [3, 4])).toBeGreaterThan(0);
    expect(klDivergence([3, 4], [0, 0])).toBeGreaterThan(0);
  });

  it('merging two bins never raises a distance', () => {
    const [r, c] = [
      [10, 30, 60],
      [25, 20, 55],
    ];
    const [mergedR, mergedC] = [
      [40, 60],
      [45, 55],
    ];
    for (const distance of [...Object.values(bounded), populationStabilityIndex, klDivergence]) {
      expect(distance(mergedR, mergedC)).toBeLessThan(distance(r, c));
    }
  });
});
