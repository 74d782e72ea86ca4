import { expect, test } from 'vitest';
import { seededRandom } from '#shared/lib/random.ts';
import { sortInto } from './bucketSort.ts';

const random = seededRandom(11);
const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const shapes: Record<string, (i: number) => number> = {
  normal: () => normal(),
  lognormal: () => Math.exp(3 * normal()),
  cauchy: () => Math.tan(Math.PI * (random() - 0.5)),
  'few values': () => Math.floor(random() * 4),
  constant: () => 5,
  'already ascending': (i) => i,
  descending: (i) => -i,
  'a spike and a tail': () => (random() < 0.95 ? 0 : normal() * 1e6),
  'far from zero': () => 1e9 + normal() * 1e-3,
  huge: () => (random() - 0.5) * 1.7e308 * 2,
  denormal: () => random() * 1e-310,
  'both extremes': () => (random() < 0.5 ? Number.MAX_VALUE : -Number.MAX_VALUE) * random(),
};

for (const [name, draw] of Object.entries(shapes)) {
  test(`values are sorted whatever their shape: ${name}`, () => {
    for (const n of [0, 1, 2, 3, 31, 33, 1000, 40_000]) {
      const values = Float64Array.from({ length: n }, (_, i) => draw(i));
      expect(sortInto(values)).toEqual(values.toSorted());
    }
  });
}

test('sorting leaves its input as it was', () => {
  const values = Float64Array.of(3, 1, 2);
  sortInto(values);
  expect([...values]).toEqual([3, 1, 2]);
});
