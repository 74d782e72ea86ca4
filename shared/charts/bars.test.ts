import { expect, test } from 'vitest';
import type { NumericHistogram } from '../domain/profile.ts';
import { barsOf } from './bars.ts';

const histogram = (part: Partial<NumericHistogram>): NumericHistogram => ({
  kind: 'numeric',
  edges: [0, 1, 2],
  reference: [1, 3],
  current: [6, 2],
  lowerTail: false,
  upperTail: false,
  ...part,
});

test('equal bins are as high as their shares', () => {
  const { bars, densityWidth } = barsOf(histogram({}));
  expect(bars.map(({ reference, current }) => [reference, current])).toEqual([[0.25, 0.75], [0.75, 0.25]]); // prettier-ignore
  expect(densityWidth).toBeNull();
});

test('unequal bins are drawn as densities, so that the area is the share', () => {
  const { bars, densityWidth } = barsOf(histogram({ edges: [0, 1, 5, 6], reference: [2, 4, 2], current: [1, 1, 0] }));
  expect(densityWidth).toBeCloseTo(1, 12);
  expect(bars.map(({ reference }) => Number(reference.toFixed(12)))).toEqual([0.25, 0.125, 0.25]);
  const area = bars.reduce((sum, bar) => sum + bar.current * (bar.edges[1] - bar.edges[0]), 0);
  expect(area).toBeCloseTo(1, 12);
});

test('tails stand half a bin apart, one bin wide, whatever they reach to', () => {
  const made = histogram({
    edges: [-1e9, 0, 1, 2, 4e12],
    reference: [1, 2, 3, 4],
    current: [0, 0, 0, 0],
    lowerTail: true,
    upperTail: true,
  });
  const { bars, start, end } = barsOf(made);
  expect([start, end]).toEqual([0, 2]);
  expect(bars.map(({ from, to, tail }) => [from, to, tail])).toEqual([
    [-0.75, -0.25, 'lower'],
    [0, 0.5, null],
    [0.5, 1, null],
    [1.25, 1.75, 'upper'],
  ]);
  expect(bars.every(({ current }) => current === 0)).toBe(true);
});

test('a constant fills the picture and its value stands under the middle', () => {
  const { bars, place } = barsOf(histogram({ edges: [1e17, 1e17], reference: [5], current: [5] }));
  expect(bars).toMatchObject([{ from: 0, to: 1, reference: 1, current: 1 }]);
  expect(place(1e17)).toBe(0.5);
});

test('places stay finite at both ends of what a double can hold', () => {
  for (const [low, high] of [[-1.7e308, 1.7e308], [0, 5e-324], [-8.64e15, 8.64e15]] as const) {
    const { bars } = barsOf(histogram({ edges: [low, high], reference: [1], current: [2] }));
    expect(bars).toMatchObject([{ from: 0, to: 1 }]);
  }
}); // prettier-ignore
