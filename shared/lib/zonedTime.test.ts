import { expect, test } from 'vitest';
import { isTimeZone, zonedTime } from './zonedTime.ts';

test('a day begins and ends by the clocks of its zone', () => {
  expect(zonedTime('2026-02-03', 'UTC')).toEqual({ from: '2026-02-03T00:00:00.000Z', until: '2026-02-04T00:00:00.000Z' });
  expect(zonedTime('2026-02-03', 'Europe/Berlin')).toEqual({ from: '2026-02-02T23:00:00.000Z', until: '2026-02-03T23:00:00.000Z' });
  expect(zonedTime('2026-02-03', 'America/New_York')).toEqual({ from: '2026-02-03T05:00:00.000Z', until: '2026-02-04T05:00:00.000Z' });
  expect(zonedTime('2026-02-03', 'Pacific/Kiritimati')).toEqual({ from: '2026-02-02T10:00:00.000Z', until: '2026-02-03T10:00:00.000Z' });
  expect(zonedTime('2026-02-03', 'Asia/Kathmandu')!.from).toBe('2026-02-02T18:15:00.000Z');
});

test('a day has 23 or 25 hours where clocks are changed', () => {
  const hours = (day: string, zone: string): number => {
    const { from, until } = zonedTime(day, zone)!;
    return (Date.parse(until) - Date.parse(from)) / 3_600_000;
  };
  expect(hours('2026-03-29', 'Europe/Berlin')).toBe(23);
  expect(hours('2026-10-25', 'Europe/Berlin')).toBe(25);
  expect(hours('2026-03-30', 'Europe/Berlin')).toBe(24);
});

test('a day whose midnight was skipped begins when clocks were put forward', () => {
  // In São Paulo 2018-11-04 began at 01:00, which is 03:00 UTC.
  expect(zonedTime('2018-11-04', 'America/Sao_Paulo')!.from).toBe('2018-11-04T03:00:00.000Z');
});

test('a moment is one of the zone unless it says otherwise', () => {
  const at = (text: string): string => zonedTime(text, 'Europe/Berlin')!.from;
  expect(at('2026-02-03T10:00')).toBe('2026-02-03T09:00:00.000Z');
  expect(at('2026-07-03 10:00:30.25')).toBe('2026-07-03T08:00:30.250Z');
  expect(at('2026-02-03T10:00Z')).toBe('2026-02-03T10:00:00.000Z');
  expect(at('2026-02-03T10:00:00+05:30')).toBe('2026-02-03T04:30:00.000Z');
  expect(at('2026-02-03T10:00-0800')).toBe('2026-02-03T18:00:00.000Z');
  const { from, until } = zonedTime('2026-02-03T10:00', 'Europe/Berlin')!;
  expect(from).toBe(until);
  // Shown twice when clocks go back: the first time.
  expect(at('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z');
  // Skipped when they go forward.
  expect(at('2026-03-29T02:30')).toBe('2026-03-29T01:00:00.000Z');
});

test('what is neither day nor moment is not read', () => {
  for (const text of ['', '2026', '2026-02', '2026-02-30', '2026-13-01', '2026-02-03T25:00', '2026-02-03T10:60', '2026-02-03Z', 'today']) {
    expect(zonedTime(text, 'UTC')).toBeNull();
  }
  expect(isTimeZone('Europe/Berlin')).toBe(true);
  expect(isTimeZone('Europe/Nowhere')).toBe(false);
});
