import type { Client } from '#shared/contract/index.ts';
import { client } from '../client/engine.ts';
import { useCall, type Call } from '../client/useCall.ts';
import { runJob } from './jobs.ts';
import { navigate } from './route.ts';
import { createStore, useStore } from './store.ts';
import { showToast } from './toasts.ts';
import { reportFailure } from './workbench.ts';

type Registry = Client['registry'];
export type RegisteredDetail = Awaited<ReturnType<Registry['get']>>;
export type RegisteredList = Awaited<ReturnType<Registry['list']>>;
export type RegisterRequest = Parameters<Registry['register']>[0];

/** Counts the changes made in this window, so that what rests on the registry is asked for again. */
const store = createStore<{ changes: number }>({ changes: 0 });

export function noteRegistryChange(): void {
  store.set(({ changes }) => ({ changes: changes + 1 }));
}

/** Asks something of the registry, and again after each change. */
export function useRegistryCall<T>(key: string | null, ask: (signal: AbortSignal) => Promise<T>): Call<T> {
  const changes = useStore(store, (state) => state.changes);
  return useCall(key === null ? null : `${key} after ${changes}`, ask);
}

export function useRegisteredModels(): Call<RegisteredList> {
  return useRegistryCall('registered models', (signal) => client.registry.list({}, { signal }));
}

export function useRegisteredModel(name: string): Call<RegisteredDetail> {
  return useRegistryCall(`registered ${name}`, (signal) => client.registry.get({ name }, { signal }));
}

/** The address of a version: a version without a number is the one usually shown. */
export function versionRoute(name: string, version: number | null, query: Record<string, string> = {}) {
  return { page: 'models', id: name, query: { ...(version === null ? {} : { version: String(version) }), ...query } };
}

/** Keeps a model file as the next version of a model and shows it; the failure is the caller's. */
export async function registerModel(request: RegisterRequest): Promise<void> {
  const { created, version } = await runJob('Registering the model', (context) => client.registry.register(request, context));
  noteRegistryChange();
  navigate(versionRoute(version.model, version.version));
  const said = created
    ? `${version.model} has a version ${version.version}.`
    : `${version.model} has this file already: it is version ${version.version}. Nothing was added.`;
  showToast(said, { tone: created ? 'good' : 'note' });
}

interface AliasChange {
  readonly name: string;
  readonly alias: string;
  readonly version: number;
  readonly why: string;
}

/** Points an alias to a version; the failure is the caller's. */
export async function setAlias(change: AliasChange, before: number | null): Promise<void> {
  const { changed } = await client.registry.setAlias(change);
  noteRegistryChange();
  const undo = { label: 'Undo', run: () => void undoAlias(change, before) };
  showToast(
    changed ? `${change.alias} is version ${change.version} now.` : `${change.alias} was version ${change.version} already.`,
    changed ? { tone: 'good', action: undo } : {},
  );
}

async function undoAlias({ name, alias }: AliasChange, before: number | null): Promise<void> {
  try {
    if (before === null) await client.registry.removeAlias({ name, alias, why: 'Undone at once.' });
    else await client.registry.rollback({ name, alias, why: 'Undone at once.' });
    noteRegistryChange();
  } catch (error) {
    reportFailure('Undoing it', error, null);
  }
}

/** Takes an alias away; Undo brings it back. */
export async function removeAlias(name: string, alias: string, why: string): Promise<void> {
  await client.registry.removeAlias({ name, alias, why });
  noteRegistryChange();
  const back = async (): Promise<void> => {
    await client.registry.rollback({ name, alias, why: 'Undone at once.' });
    noteRegistryChange();
  };
  const undo = { label: 'Undo', run: () => void back().catch((error: unknown) => reportFailure('Undoing it', error, null)) };
  showToast(`${alias} was taken away.`, { action: undo });
}

/** Points an alias to where it pointed before, in one step; Undo takes that back. */
export async function rollBack(name: string, alias: string): Promise<void> {
  try {
    const { from, to } = await client.registry.rollback({ name, alias });
    noteRegistryChange();
    const undo = async (): Promise<void> => {
      const why = 'The roll-back was undone at once.';
      if (from === null) await client.registry.removeAlias({ name, alias, why });
      else await client.registry.setAlias({ name, alias, version: from, why });
      noteRegistryChange();
    };
    const action = { label: 'Undo', run: () => void undo().catch((error: unknown) => reportFailure('Undoing the roll-back', error, null)) };
    showToast(`${alias} is version ${to} again.`, { tone: 'good', action });
  } catch (error) {
    reportFailure('Rolling back', error, null);
  }
}

/** Sets a tag of a version, or takes it away (null), with an undo. */
export async function setTag(name: string, version: number, tag: string, value: string | null, before: string | null): Promise<boolean> {
  try {
    await client.registry.setTag({ name, version, tag, value });
    noteRegistryChange();
    const undo = { label: 'Undo', run: () => void setTag(name, version, tag, before, value) };
    if (value === null) showToast(`The tag ${tag} was taken away.`, { action: undo });
    return true;
  } catch (error) {
    reportFailure('Setting a tag', error, null);
    return false;
  }
}
