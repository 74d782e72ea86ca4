import { expect, test } from 'vitest';
import { seededRandom } from '#shared/lib/random.ts';
import { countFew } from './countValues.ts';

test('counts are those of a map, whatever the values', () => {
  const random = seededRandom(3);
  for (const distinct of [1, 2, 100, 5000]) {
    const pool = Array.from({ length: distinct }, () => (random() - 0.5) * 10 ** Math.floor(random() * 40 - 20));
    const values = Float64Array.from({ length: 20_000 }, () => pool[Math.floor(random() * distinct)]!);
    const truth = new Map<number, number>();
    for (const value of values) truth.set(value, (truth.get(value) ?? 0) + 1);
    const counted = countFew(values, 5000)!;
    expect([...counted.values]).toEqual([...truth.keys()].sort((a, b) => a - b));
    expect([...counted.counts]).toEqual([...counted.values].map((value) => truth.get(value)));
  }
});

test('both zeros are one value', () => {
  const counted = countFew(Float64Array.of(0, -0, 1), 10)!;
  expect(counted.values.length).toBe(2);
  expect([...counted.counts]).toEqual([2, 1]);
});

test('more distinct values than the limit are not counted', () => {
  const values = Float64Array.from({ length: 11 }, (_, i) => i);
  expect(countFew(values, 10)).toBeNull();
  expect(countFew(values, 11)?.values.length).toBe(11);
});

test('an empty sample has no values', () => {
  expect(countFew(new Float64Array(0), 5)).toEqual({ values: new Float64Array(0), counts: new Float64Array(0) });
});
