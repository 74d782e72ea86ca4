import { expect, test } from 'vitest';
import { formatMoment, formatTime } from './formatTime.ts';

test('a time is in UTC and says so, or at an offset and does not', () => {
  expect(formatTime('2022-02-14T10:05:59.123Z')).toBe('2022-02-14 10:05 UTC');
  expect(formatTime('2022-02-14T23:30:00Z', 60)).toBe('2022-02-15 00:30');
  expect(formatTime('not a time')).toBe('not a time');
});

test('a moment on an axis is as short as the step allows, in every year', () => {
  const day = 86_400_000;
  const moment = Date.UTC(2022, 1, 14, 10, 5, 7);
  const steps = [365 * day, 30 * day, day, day / 24, 1000];
  expect(steps.map((step) => formatMoment(moment, step))).toEqual([
    '2022', '2022-02', '2022-02-14', '2022-02-14 10:05', '2022-02-14 10:05:07',
  ]); // prettier-ignore
  expect(formatMoment(Date.UTC(12022, 0, 1), 365 * day)).toBe('+012022');
  expect(formatMoment(1e300, day)).toBe('');
});
