import type { WorkspaceState } from '#shared/contract/workspace.ts';
import type { DatasetInfo, DataSource } from '#shared/domain/dataset.ts';
import type { MethodInfo } from '#shared/domain/method.ts';
import type { RunSummary } from '#shared/domain/report.ts';
import type { AppError } from '#shared/errors/AppError.ts';
import { client } from '../client/engine.ts';
import { asAppError } from '../client/useCall.ts';
import { askEngine } from './engineStatus.ts';
import { showNotice } from './notices.ts';
import { createStore, useStore } from './store.ts';
import { showToast } from './toasts.ts';

/** What is known of a chosen data set before it is compared. */
export type Inspection =
  | { readonly status: 'reading' }
  | { readonly status: 'ready'; readonly info: DatasetInfo }
  | { readonly status: 'failed'; readonly error: AppError };

interface Workbench {
  readonly workspace: WorkspaceState | null;
  readonly methods: readonly MethodInfo[];
  readonly runs: readonly RunSummary[] | null;
  readonly inspections: Readonly<Record<string, Inspection>>;
  readonly startError: AppError | null;
  readonly comparing: boolean;
}

/** What the whole window knows of the workspace. Only the modules of this folder change it. */
export const workbench = createStore<Workbench>({
  workspace: null,
  methods: [],
  runs: null,
  inspections: {},
  startError: null,
  comparing: false,
});

export function useWorkbench<S>(select: (state: Workbench) => S): S {
  return useStore(workbench, select);
}

export function readWorkspace(): WorkspaceState | null {
  return workbench.get().workspace;
}

/** Reports a failure that needs a person; a cancelled job needs none. */
export function reportFailure(doing: string, error: unknown, retry: (() => void) | null): void {
  const failure = asAppError(error);
  if (failure.code === 'E_ENGINE_GONE') void askEngine();
  if (failure.code === 'E_CANCELLED') showToast(`${doing}: cancelled.`);
  else showNotice({ error: failure, doing, retry });
}

export async function refreshRuns(): Promise<void> {
  workbench.set({ runs: await client.reports.list({}) });
}

/** Looks into a data set; what is found is kept until it is chosen anew. */
export async function inspect(source: DataSource): Promise<Inspection> {
  const note = (inspection: Inspection): Inspection => {
    workbench.set(({ inspections }) => ({ inspections: { ...inspections, [source.path]: inspection } }));
    return inspection;
  };
  note({ status: 'reading' });
  try {
    return note({ status: 'ready', info: await client.datasets.inspect({ source }) });
  } catch (error) {
    return note({ status: 'failed', error: asAppError(error) });
  }
}

/** What is known of a data set, looked up where it is not known yet. */
export function inspected(source: DataSource): Promise<Inspection> {
  const known = workbench.get().inspections[source.path];
  return known?.status === 'ready' ? Promise.resolve(known) : inspect(source);
}

let changes = 0;

/** Marks a change that a person made here; what the engine says of the time before must not undo it. */
export function noteChange(): number {
  changes += 1;
  return changes;
}

/** The mark of the last change. */
export function lastChange(): number {
  return changes;
}

/** Takes over the workspace as the engine has it now. With a mark: the settings only where none were changed since. */
export function adopt(workspace: WorkspaceState, mark: number = changes): void {
  const here = readWorkspace();
  workbench.set({ workspace: mark === changes || here === null ? workspace : { ...workspace, settings: here.settings } });
}

export function forgetInspections(paths: readonly string[] | 'all'): void {
  const gone = (path: string): boolean => paths === 'all' || paths.includes(path);
  workbench.set(({ inspections }) => ({ inspections: Object.fromEntries(Object.entries(inspections).filter(([path]) => !gone(path))) }));
}
