import type { Client } from '#shared/contract/index.ts';
import { client, onNewLine } from '../client/engine.ts';
import { createStore, useStore } from './store.ts';

type Answer = Awaited<ReturnType<Client['engine']['status']>>;

export type EngineStatus =
  | { readonly state: 'asking' }
  | { readonly state: 'silent' }
  | { readonly state: 'well'; readonly answer: Answer };

const everyMs = 5000;
const store = createStore<{ status: EngineStatus; processId: number | null }>({
  status: { state: 'asking' },
  processId: null,
});
const listeners = new Set<() => void>();

/** Asks the engine how it is. Another process than last time means that it died and was started again. */
export async function askEngine(): Promise<void> {
  try {
    const answer = await client.engine.status({});
    const before = store.get().processId;
    store.set({ status: { state: 'well', answer }, processId: answer.processId });
    if (before !== null && before !== answer.processId) for (const listener of listeners) listener();
  } catch {
    store.set({ status: { state: 'silent' } });
  }
}

export function onEngineReplaced(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps asking while the window can be seen. Returns a function that stops it. */
export function watchEngine(): () => void {
  onNewLine(() => void askEngine());
  void askEngine();
  const timer = setInterval(() => document.visibilityState === 'visible' && void askEngine(), everyMs);
  return () => clearInterval(timer);
}

export function useEngineStatus(): EngineStatus {
  return useStore(store, (state) => state.status);
}
