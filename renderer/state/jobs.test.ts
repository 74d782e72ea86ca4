import { describe, expect, it } from 'vitest';
import { cancelLastJob, runJob, timeLeftMs } from './jobs.ts';

describe('the time a job has left', () => {
  const at = (share: number | null) => ({ startedAt: 1000, progress: { share, message: '' } });

  it('follows the pace so far', () => {
    expect(timeLeftMs(at(0.25), 3000)).toBe(6000);
    expect(timeLeftMs(at(1), 3000)).toBe(0);
  });

  it('is unknown while too little is done to say', () => {
    expect(timeLeftMs(at(null), 9000)).toBeNull();
    expect(timeLeftMs(at(0.01), 9000)).toBeNull();
    expect(timeLeftMs(at(0.5), 1100)).toBeNull();
  });
});

describe('a job', () => {
  it('is told to stop when the last one is cancelled, and is gone afterwards', async () => {
    const stopped = runJob(
      'endless',
      ({ signal }) => new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve('stopped'), { once: true })),
    );
    expect(cancelLastJob()).toBe(true);
    expect(await stopped).toBe('stopped');
    expect(cancelLastJob()).toBe(false);
  });
});
