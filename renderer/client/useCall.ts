import { useCallback, useEffect, useRef, useState } from 'react';
import { AppError, fromWire } from '#shared/errors/AppError.ts';

export interface Call<T> {
  /** The last good answer; it stays until a new one is there. */
  readonly data: T | null;
  readonly error: AppError | null;
  readonly pending: boolean;
  retry(): void;
}

interface Answer<T> {
  readonly data: T | null;
  readonly error: AppError | null;
  readonly pending: boolean;
}

export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  // The desktop's bridge rejects with the plain form of an error, since errors lose their code on the way.
  if (!(error instanceof Error)) return fromWire(error);
  return new AppError('E_INTERNAL', error.message, { cause: error });
}

/**
 * Asks something of the engine while a component shows it, and again when `key` changes; `null` asks nothing.
 * A call that is no longer wanted is cancelled.
 */
export function useCall<T>(key: string | null, ask: (signal: AbortSignal) => Promise<T>): Call<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ data: null, error: null, pending: key !== null });
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (key === null) {
      setAnswer({ data: null, error: null, pending: false });
      return undefined;
    }
    const controller = new AbortController();
    setAnswer((before) => ({ ...before, error: null, pending: true }));
    latest.current(controller.signal).then(
      (data) => {
        if (!controller.signal.aborted) setAnswer({ data, error: null, pending: false });
      },
      (error: unknown) => {
        if (!controller.signal.aborted) setAnswer((before) => ({ ...before, error: asAppError(error), pending: false }));
      },
    );
    return () => controller.abort();
  }, [key, attempt]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { ...answer, retry };
}
