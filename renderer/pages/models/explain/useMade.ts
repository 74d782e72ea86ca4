import { useState } from 'react';
import type { CallOptions } from '#shared/contract/operation.ts';
import type { AppError } from '#shared/errors/AppError.ts';
import { asAppError } from '../../../client/useCall.ts';
import { runJob } from '../../../state/jobs.ts';

/** Explanations made in this window, by what was asked. */
const made = new Map<string, unknown>();

export interface Made<T> {
  readonly found: T | null;
  readonly error: AppError | null;
  readonly busy: boolean;
  readonly make: () => void;
}

/** Something that takes work and is made when it is asked for; made once, it is there again when one comes back. */
export function useMade<T>(key: string, title: string, work: (context: CallOptions) => Promise<T>): Made<T> {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ readonly key: string; readonly error: AppError } | null>(null);
  const run = async (): Promise<void> => {
    setBusy(true);
    setFailed(null);
    try {
      made.set(key, await runJob(title, work));
    } catch (error) {
      setFailed({ key, error: asAppError(error) });
    } finally {
      setBusy(false);
    }
  };
  // What is kept under a key was put there by the same kind of call.
  const found = (made.get(key) as T | undefined) ?? null;
  return { found, error: failed?.key === key ? failed.error : null, busy, make: () => void run() };
}
