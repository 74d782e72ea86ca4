import { expect, test } from 'vitest';
import { seededRandom } from '#shared/lib/random.ts';
import { displayEdges } from './displayEdges.ts';

test('whole numbers over a short range get a bin each', () => {
  expect(displayEdges({ min: 1, max: 3, coreLow: 1, coreHigh: 3, integers: true }).edges).toEqual([0.5, 1.5, 2.5, 3.5]);
});

test('a long tail is gathered in one wider bin, and said to be one', () => {
  const shown = displayEdges({ min: 0, max: 1e6, coreLow: 0, coreHigh: 30, integers: false });
  expect(shown.upperTail).toBe(true);
  expect(shown.lowerTail).toBe(false);
  expect(shown.edges.at(-1)).toBe(1e6);
  expect(shown.edges.at(-2)).toBeLessThanOrEqual(35);
});

test('a constant gets one bin around it, at any size', () => {
  for (const value of [0, 7, -3, 1e300, 1e-300]) {
    const { edges } = displayEdges({ min: value, max: value, coreLow: value, coreHigh: value, integers: false });
    expect(edges.length).toBe(2);
    expect(edges[0]!).toBeLessThan(value);
    expect(edges[1]!).toBeGreaterThan(value);
  }
});

test('edges ascend, are few, and reach over the whole range', () => {
  const random = seededRandom(5);
  for (let round = 0; round < 5000; round++) {
    const scale = 10 ** (random() * 600 - 300);
    const values = Array.from({ length: 4 }, () => (random() - 0.5) * scale).sort((a, b) => a - b);
    const [min, coreLow, coreHigh, max] = values as [number, number, number, number];
    const { edges } = displayEdges({ min, coreLow, coreHigh, max, integers: false });
    expect(edges.length).toBeLessThan(130);
    expect(edges.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > edges[i - 1]!))).toBe(true);
    expect(edges[0]! <= min && edges.at(-1)! >= max).toBe(true);
  }
});

test('a range that no double can span is still cut', () => {
  const { edges } = displayEdges({ min: -1.7e308, max: 1.7e308, coreLow: -1.7e308, coreHigh: 1.7e308, integers: false });
  expect(edges.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > edges[i - 1]!))).toBe(true);
});
