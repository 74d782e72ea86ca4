import { createStore, useStore } from './store.ts';

export interface Toast {
  readonly key: number;
  readonly text: string;
  readonly tone: 'note' | 'good' | 'bad';
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

const store = createStore<{ toasts: readonly Toast[] }>({ toasts: [] });
let nextKey = 1;

export function dismissToast(key: number): void {
  store.set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.key !== key) }));
}

/** Says something in passing; with an action it stays long enough to be used. */
export function showToast(text: string, options: { tone?: Toast['tone']; action?: Toast['action'] } = {}): void {
  const toast: Toast = { key: nextKey++, text, tone: options.tone ?? 'note', action: options.action ?? null };
  store.set(({ toasts }) => ({ toasts: [...toasts.slice(-3), toast] }));
  setTimeout(() => dismissToast(toast.key), toast.action === null ? 4000 : 9000);
}

export function useToasts(): readonly Toast[] {
  return useStore(store, (state) => state.toasts);
}
