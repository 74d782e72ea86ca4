import type { AppError } from '#shared/errors/AppError.ts';
import { createStore, useStore } from './store.ts';

/** A failure that stays on view until it is dealt with. */
export interface Notice {
  readonly error: AppError;
  /** What was being done, in the words of the button that did it. */
  readonly doing: string;
  readonly retry: (() => void) | null;
}

const store = createStore<{ notice: Notice | null; restarted: boolean }>({ notice: null, restarted: false });

export function showNotice(notice: Notice): void {
  store.set({ notice });
}

export function clearNotice(): void {
  store.set({ notice: null });
}

/** Says that the engine died and is back; what was running was rejected. */
export function noticeRestart(restarted: boolean): void {
  store.set({ restarted });
}

export function useNotice(): Notice | null {
  return useStore(store, (state) => state.notice);
}

export function useRestarted(): boolean {
  return useStore(store, (state) => state.restarted);
}
