import { expect, test } from 'vitest';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import { segmentBoundaries } from './segmentBoundaries.ts';

const shares = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];
const cut = (min: number, values: number[], max: number): [number, boolean][] => {
  const profile = { min, max, quantiles: values.map((value, i) => ({ share: shares[i]!, value })) } as unknown as ColumnProfile;
  return segmentBoundaries(profile).map(({ value, after }) => [value, after]);
};

test('cuts at round numbers near the quantiles', () => {
  expect(cut(0.0123, [0.5, 1.2345678, 2.3456789, 3.4567891, 4.5678912, 9.8765432, 11], 12)).toEqual(
    [1.23, 2.35, 3.46, 4.57, 9.88].map((value) => [value, false]),
  );
});

test('cuts on both sides of a value that is frequent', () => {
  expect(cut(0, [0, 0, 0, 0, 5, 100, 200], 300)).toEqual([
    [0, true],
    [5, false],
    [100, false],
  ]);
});

test('does not cut what is constant or beyond numbers', () => {
  expect(cut(3, [3, 3, 3, 3, 3, 3, 3], 3)).toEqual([]);
  expect(cut(-1.7e308, [0, 0, 0, 0, 0, 0, 0], 1.7e308)).toEqual([]);
});
