import { expect, it } from 'vitest';
import type { Progress } from '../domain/progress.ts';
import { createProgressMailbox, type ProgressMailbox } from './progressMailbox.ts';

const step = (n: number): Progress => ({ share: null, message: `step ${n}` });

async function drain(mailbox: ProgressMailbox): Promise<string[]> {
  const messages: string[] = [];
  for (let next = await mailbox.take(); next !== null; next = await mailbox.take()) messages.push(next.message);
  return messages;
}

it('gives out everything in order when there is no interval', async () => {
  const mailbox = createProgressMailbox(0);
  for (let n = 0; n < 100; n++) mailbox.put(step(n));
  mailbox.close();
  expect(await drain(mailbox)).toEqual(Array.from({ length: 100 }, (_, n) => `step ${n}`));
});

it('gives out the first and the newest of a burst within one interval', async () => {
  const mailbox = createProgressMailbox(1_000, () => 0);
  for (let n = 0; n < 100; n++) mailbox.put(step(n));
  mailbox.close();
  expect(await drain(mailbox)).toEqual(['step 0', 'step 99']);
});

it('gives out again once the interval has passed', async () => {
  let now = 0;
  const mailbox = createProgressMailbox(50, () => now);
  for (let n = 0; n < 10; n++, now += 50) mailbox.put(step(n));
  mailbox.close();
  expect(await drain(mailbox)).toHaveLength(10);
});

it('lets out what it held back without waiting for another event', async () => {
  const mailbox = createProgressMailbox(5);
  mailbox.put(step(1));
  mailbox.put(step(2));
  expect((await mailbox.take())?.message).toBe('step 1');
  expect((await mailbox.take())?.message).toBe('step 2');
  mailbox.close();
  expect(await mailbox.take()).toBeNull();
});

it('wakes a taker at the end, and takes nothing after it', async () => {
  const mailbox = createProgressMailbox(0);
  const taken = mailbox.take();
  mailbox.close();
  mailbox.put(step(1));
  expect(await taken).toBeNull();
  expect(await mailbox.take()).toBeNull();
});
