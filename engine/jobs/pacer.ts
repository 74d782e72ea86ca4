import { AppError } from '#shared/errors/AppError.ts';
import type { Progress } from '#shared/domain/progress.ts';

/** What a running job may use: whether it should stop, and where to say how far it is. */
export interface JobContext {
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** A context for callers who neither watch nor cancel. */
export const unattended: JobContext = { signal: new AbortController().signal, progress: () => {} };

const sliceMs = 12;

/** Lets other work of this process run from time to time, and ends the job when it was cancelled. */
export class Pacer {
  private yieldedAt = performance.now();

  constructor(private readonly signal: AbortSignal) {}

  /** Throws E_CANCELLED once the job was cancelled. */
  check(): void {
    if (this.signal.aborted) throw new AppError('E_CANCELLED', 'The work was cancelled.');
  }

  /** Yields to the event loop when this job has held it for a while. */
  async pause(): Promise<void> {
    if (performance.now() - this.yieldedAt >= sliceMs) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      this.yieldedAt = performance.now();
    }
    this.check();
  }

  /** Runs a stepped function to its end, pausing between its steps. */
  async run<T>(steps: Generator<void, T, void>): Promise<T> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await this.pause();
    }
  }
}
