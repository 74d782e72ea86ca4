import { expect, it } from 'vitest';
import { seededRandom } from '#shared/lib/random.ts';
import { Pacer, unattended } from '../jobs/pacer.ts';
import { OutOfFold } from './outOfFold.ts';

const pacer = new Pacer(unattended.signal);

function drawn(n: number, m: number, shift: number, seed: number): { columns: Float64Array[]; labels: Uint8Array } {
  const random = seededRandom(seed);
  const labels = new Uint8Array(n + m).fill(1, n);
  return { labels, columns: Array.from({ length: 5 }, () => Float64Array.from(labels, (label) => random() + label * shift)) };
}

it('keeps its level where the sides do not differ, and finds a shift', async () => {
  let alarms = 0;
  let sum = 0;
  for (let pair = 0; pair < 80; pair++) {
    const { pValue, rocAuc } = await OutOfFold.learn(drawn(90, 60, 0, pair + 1), 1, pacer);
    if (pValue < 0.05) alarms++;
    sum += rocAuc;
  }
  expect(alarms).toBeLessThanOrEqual(4);
  expect(Math.abs(sum / 80 - 0.5)).toBeLessThan(0.02);
  const shifted = await OutOfFold.learn(drawn(90, 60, 0.3, 1), 1, pacer);
  expect(shifted.pValue).toBeLessThan(0.01);
  expect(shifted.rocAuc).toBeGreaterThan(0.75);
});

it('ends when the work is cancelled', async () => {
  const controller = new AbortController();
  const learning = OutOfFold.learn(drawn(2000, 2000, 0, 1), 1, new Pacer(controller.signal), () => controller.abort());
  await expect(learning).rejects.toMatchObject({ code: 'E_CANCELLED' });
});
