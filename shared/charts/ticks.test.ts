import { expect, test } from 'vitest';
import { niceStep, numberTicks, timeTicks } from './ticks.ts';

const labels = (ticks: readonly { label: string }[]): string[] => ticks.map(({ label }) => label);

test('steps are 1, 2 or 5 times a power of ten', () => {
  expect([niceStep(10, 5), niceStep(7, 7), niceStep(0.9, 4), niceStep(1e9, 3)]).toEqual([2, 1, 0.5, 5e8]);
});

test('number ticks are round and tell neighbours apart', () => {
  expect(labels(numberTicks(0.1, 17.2, 7))).toEqual(['5', '10', '15']);
  expect(labels(numberTicks(-1, 1, 4))).toEqual(['−1', '−0.5', '0', '0.5', '1']);
  expect(labels(numberTicks(1_000_000, 1_000_004, 4))).toEqual(['1,000,000', '1,000,001', '1,000,002', '1,000,003', '1,000,004']);
  expect(labels(numberTicks(100.001, 100.003, 4))).toEqual(['100.001', '100.0015', '100.002', '100.0025', '100.003']);
});

test('an extent without length has one tick and endless ones do not hang', () => {
  expect(labels(numberTicks(5, 5, 7))).toEqual(['5']);
  expect(labels(timeTicks(0, 0, 6))).toEqual(['1970-01-01 00:00']);
  expect(numberTicks(-1.7e308, 1.7e308, 7).length).toBeLessThan(20);
  expect(numberTicks(0, 5e-324, 7).length).toBeLessThan(60);
  expect(timeTicks(-1e300, 1e300, 6).length).toBeLessThan(60);
});

test('time ticks fall on hours, days, months or years', () => {
  const start = Date.UTC(2022, 0, 1);
  const day = 86_400_000;
  expect(labels(timeTicks(start, start + day, 6))).toEqual([
    '2022-01-01 00:00', '2022-01-01 06:00', '2022-01-01 12:00', '2022-01-01 18:00', '2022-01-02 00:00',
  ]); // prettier-ignore
  expect(labels(timeTicks(start, start + 200 * day, 6))).toEqual(['2022-01', '2022-03', '2022-05', '2022-07']);
  expect(labels(timeTicks(start, start + 20 * 366 * day, 6))).toEqual(['2025', '2030', '2035', '2040']);
});
