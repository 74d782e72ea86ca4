import type { WorkspaceState } from '#shared/contract/workspace.ts';
import type { DatasetInfo, DataSource, Side } from '#shared/domain/dataset.ts';
import type { MethodInfo } from '#shared/domain/method.ts';
import type { DriftReport, RunSummary } from '#shared/domain/report.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import type { AppError } from '#shared/errors/AppError.ts';
import { client } from '../client/engine.ts';
import { asAppError } from '../client/useCall.ts';
import { askEngine } from './engineStatus.ts';
import { runJob } from './jobs.ts';
import { clearNotice, noticeRestart, showNotice } from './notices.ts';
import { forgetReport, keepReport } from './reports.ts';
import { currentRoute, navigate } from './route.ts';
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

const store = createStore<Workbench>({
  workspace: null,
  methods: [],
  runs: null,
  inspections: {},
  startError: null,
  comparing: false,
});

export function useWorkbench<S>(select: (state: Workbench) => S): S {
  return useStore(store, select);
}

export function readWorkspace(): WorkspaceState | null {
  return store.get().workspace;
}

/** Reports a failure that needs a person; a cancelled job needs none. */
function fail(doing: string, error: unknown, retry: (() => void) | null): void {
  const failure = asAppError(error);
  if (failure.code === 'E_ENGINE_GONE') void askEngine();
  if (failure.code === 'E_CANCELLED') showToast(`${doing}: cancelled.`);
  else showNotice({ error: failure, doing, retry });
}

async function refreshRuns(): Promise<void> {
  store.set({ runs: await client.reports.list({}) });
}

/** Opens the workspace and looks at the data sets that were chosen when it was last seen. */
export async function start(): Promise<void> {
  store.set({ startError: null });
  try {
    const [workspace, methods, runs] = await Promise.all([
      client.workspace.get({}),
      client.engine.methods({}),
      client.reports.list({}),
    ]);
    store.set({ workspace, methods, runs });
    inspectBoth(workspace);
  } catch (error) {
    store.set({ startError: asAppError(error) });
  }
}

/** Reads everything again after the engine was started again. */
export async function recover(): Promise<void> {
  noticeRestart(true);
  store.set({ inspections: {} });
  await start();
}

function inspectBoth(workspace: WorkspaceState): void {
  for (const source of [workspace.reference, workspace.current]) {
    if (source !== null && store.get().inspections[source.path]?.status !== 'ready') void inspect(source);
  }
}

export async function inspect(source: DataSource): Promise<void> {
  const note = (inspection: Inspection): void =>
    store.set(({ inspections }) => ({ inspections: { ...inspections, [source.path]: inspection } }));
  note({ status: 'reading' });
  try {
    note({ status: 'ready', info: await client.datasets.inspect({ source }) });
  } catch (error) {
    note({ status: 'failed', error: asAppError(error) });
  }
}

function adopt(workspace: WorkspaceState): void {
  store.set({ workspace });
  inspectBoth(workspace);
}

/** Chooses one or both data sets; once both are there they are compared. */
export async function chooseSources(choice: Partial<Record<Side, DataSource | null>>): Promise<void> {
  clearNotice();
  for (const source of Object.values(choice)) {
    if (source !== null) store.set(({ inspections }) => ({ inspections: without(inspections, source.path) }));
  }
  try {
    const workspace = await client.workspace.update(choice);
    adopt(workspace);
    if (workspace.reference !== null && workspace.current !== null) await compare();
  } catch (error) {
    fail('Choosing the data', error, () => void chooseSources(choice));
  }
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

export function swapSources(): void {
  const workspace = store.get().workspace;
  if (workspace === null) return;
  void chooseSources({ reference: workspace.current, current: workspace.reference });
}

/** Makes the report for what is chosen and shows it. */
export async function compare(options: { query?: Record<string, string> } = {}): Promise<void> {
  const workspace = store.get().workspace;
  if (workspace?.reference == null || workspace.current === null || store.get().comparing) return;
  const { reference, current, settings } = workspace;
  clearNotice();
  noticeRestart(false);
  store.set({ comparing: true });
  try {
    const report = await runJob('Comparing', (context) => client.reports.create({ reference, current, settings }, context));
    keepReport(report);
    navigate({ page: 'report', id: report.id, query: options.query ?? {} });
    await Promise.all([refreshRuns(), client.workspace.get({}).then((state) => store.set({ workspace: state }))]);
  } catch (error) {
    fail('Comparing', error, () => void compare(options));
  } finally {
    store.set({ comparing: false });
  }
}

export async function openSample(): Promise<void> {
  clearNotice();
  try {
    const workspace = await runJob('Making the sample data', (context) => client.workspace.openSample({}, context));
    store.set({ inspections: {} });
    adopt(workspace);
    await compare();
  } catch (error) {
    fail('Making the sample data', error, () => void openSample());
  }
}

/** Saves settings at once. What is on view keeps the settings that it was made with. */
export async function changeSettings(settings: ReportSettings): Promise<boolean> {
  const before = store.get().workspace;
  if (before === null) return false;
  store.set({ workspace: { ...before, settings } });
  try {
    const workspace = await client.workspace.update({ settings });
    store.set({ workspace });
    return true;
  } catch (error) {
    store.set({ workspace: before });
    fail('Saving the settings', error, null);
    return false;
  }
}

/** Removes a kept report; the toast brings it back. */
export async function removeRun(run: RunSummary): Promise<void> {
  try {
    await client.reports.remove({ id: run.id });
    forgetReport(run.id);
    await refreshRuns();
    if (currentRoute().id === run.id) navigate({ page: 'report' });
    const undo = (): void => void restoreRun(run.id);
    showToast(`Removed the report ${run.reference.name} → ${run.current.name}.`, { action: { label: 'Undo', run: undo } });
  } catch (error) {
    fail('Removing the report', error, () => void removeRun(run));
  }
}

async function restoreRun(id: string): Promise<void> {
  try {
    await client.reports.restore({ id });
    await refreshRuns();
  } catch (error) {
    fail('Bringing the report back', error, () => void restoreRun(id));
  }
}

/** Makes a report again with other settings, which from now on are the workspace's. */
export async function compareAgain(report: DriftReport, settings: ReportSettings, query: Record<string, string>): Promise<void> {
  const { reference, current } = report;
  try {
    adopt(await client.workspace.update({ reference: { path: reference.path }, current: { path: current.path }, settings }));
  } catch (error) {
    fail('Changing the settings', error, () => void compareAgain(report, settings, query));
    return;
  }
  await compare({ query });
}
