import { expect, it } from 'vitest';
import { createRestartDelay } from './restartDelay.ts';

it('starts again at once at first, then waits longer and longer up to half a minute', () => {
  const delay = createRestartDelay(() => 0);
  expect(Array.from({ length: 10 }, delay)).toEqual([0, 0, 0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});

it('forgets deaths of long ago', () => {
  let now = 0;
  const delay = createRestartDelay(() => now);
  for (let i = 0; i < 6; i++) delay();
  now = 61_000;
  expect(delay()).toBe(0);
});
