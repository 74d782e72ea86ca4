import type { Progress } from '../domain/progress.ts';

export interface ProgressMailbox {
  put(progress: Progress): void;
  /** No more will come; what was held back is given out first. */
  close(): void;
  /** The progress to tell next, in order; null after the end. */
  take(): Promise<Progress | null>;
}

/**
 * Holds progress between the work that reports it and the wire that carries it. At most one event an interval
 * goes out; of those that come faster the newest stays. With interval 0 every event goes out.
 */
export function createProgressMailbox(intervalMs: number, now: () => number = () => performance.now()): ProgressMailbox {
  const ready: Progress[] = [];
  let held: Progress | null = null;
  let lastSent = Number.NEGATIVE_INFINITY;
  let closed = false;
  let timer: unknown;
  let wake: (() => void) | null = null;

  const deliver = (progress: Progress): void => {
    lastSent = now();
    ready.push(progress);
    wake?.();
  };
  const release = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const progress = held;
    held = null;
    if (progress !== null) deliver(progress);
  };
  return {
    put: (progress) => {
      if (closed) return;
      const wait = lastSent + intervalMs - now();
      if (wait <= 0) return deliver(progress);
      held = progress;
      timer ??= setTimeout(release, wait);
    },
    close: () => {
      release();
      closed = true;
      wake?.();
    },
    take: async () => {
      while (ready.length === 0 && !closed) await new Promise<void>((resolve) => (wake = resolve));
      wake = null;
      return ready.shift() ?? null;
    },
  };
}
