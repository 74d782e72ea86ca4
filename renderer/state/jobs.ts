import type { Progress } from '#shared/domain/progress.ts';
import { createStore, useStore } from './store.ts';

/** Something that is running and can be stopped. */
export interface Job {
  readonly key: number;
  readonly title: string;
  readonly startedAt: number;
  readonly progress: Progress;
  readonly cancelling: boolean;
}

interface Context {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

const store = createStore<{ jobs: readonly Job[] }>({ jobs: [] });
const controllers = new Map<number, AbortController>();
let nextKey = 1;

function change(key: number, part: Partial<Job>): void {
  store.set(({ jobs }) => ({ jobs: jobs.map((job) => (job.key === key ? { ...job, ...part } : job)) }));
}

/** Runs work that the status bar shows and Esc stops; `signal` stops it too. */
export async function runJob<T>(title: string, work: (context: Context) => Promise<T>, signal?: AbortSignal): Promise<T> {
  const key = nextKey++;
  const controller = new AbortController();
  signal?.addEventListener('abort', () => cancelJob(key), { once: true });
  controllers.set(key, controller);
  const job: Job = { key, title, startedAt: Date.now(), progress: { share: null, message: '' }, cancelling: false };
  store.set(({ jobs }) => ({ jobs: [...jobs, job] }));
  try {
    return await work({ signal: controller.signal, onProgress: (progress) => change(key, { progress }) });
  } finally {
    controllers.delete(key);
    store.set(({ jobs }) => ({ jobs: jobs.filter((each) => each.key !== key) }));
  }
}

export function cancelJob(key: number): void {
  change(key, { cancelling: true });
  controllers.get(key)?.abort();
}

/** Stops the job that was started last; false when none runs. */
export function cancelLastJob(): boolean {
  const last = store.get().jobs.at(-1);
  if (last === undefined) return false;
  cancelJob(last.key);
  return true;
}

export function useJobs(): readonly Job[] {
  return useStore(store, (state) => state.jobs);
}

/** Milliseconds left at the pace so far; null while that would be a guess. */
export function timeLeftMs(job: Pick<Job, 'startedAt' | 'progress'>, now: number): number | null {
  const elapsed = now - job.startedAt;
  const { share } = job.progress;
  if (share === null || share < 0.05 || elapsed < 500) return null;
  return (elapsed * (1 - share)) / share;
}
