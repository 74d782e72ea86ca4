import type { CallOptions } from '#shared/contract/operation.ts';
import type { WorkspaceState } from '#shared/contract/workspace.ts';
import type { DataSource, Side } from '#shared/domain/dataset.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import { client } from '../client/engine.ts';
import { runJob } from './jobs.ts';
import { withKnownColumns } from './knownColumns.ts';
import { clearNotice, noticeRestart } from './notices.ts';
import { keepReport } from './reports.ts';
import { currentRoute, navigate } from './route.ts';
import { changeSettings } from './settings.ts';
import { showToast } from './toasts.ts';
import {
  adopt,
  forgetInspections,
  inspected,
  lastChange,
  noteChange,
  readWorkspace,
  refreshRuns,
  reportFailure,
  workbench,
  type Inspection,
} from './workbench.ts';

/** Chooses one or both data sets; once both are there and can be read they are compared. */
export async function chooseSources(choice: Partial<Record<Side, DataSource | null>>): Promise<void> {
  clearNotice();
  forgetInspections(Object.values(choice).flatMap((source) => (source === null ? [] : [source.path])));
  try {
    const mark = lastChange();
    adopt(await client.workspace.update(choice), mark);
  } catch (error) {
    reportFailure('Choosing the data', error, () => void chooseSources(choice));
    return;
  }
  if (await canBeCompared()) await compare();
}

/** Looks into what is chosen. Home and Data show beside each data set why it cannot be read; elsewhere a notice does. */
async function canBeCompared(): Promise<boolean> {
  const workspace = readWorkspace();
  const sources = [workspace?.reference, workspace?.current].filter((source) => source != null);
  const found = await Promise.all(sources.map(inspected));
  const failed = found.find((each) => each.status === 'failed');
  if (failed !== undefined && currentRoute().page === 'report') reportFailure('Opening data', failed.error, () => void compare());
  if (failed !== undefined || found.length < 2 || workspace == null) return false;
  await setAsideUnknown(workspace, found);
  return true;
}

/** Settings made for other data would only fail: what they say of columns that are not there is taken out, and said. */
async function setAsideUnknown({ settings }: WorkspaceState, found: readonly Inspection[]): Promise<void> {
  const names = found.flatMap((each) => (each.status === 'ready' ? each.info.columns.map(({ column }) => column) : []));
  const derived = settings.derive.map(({ column }) => column);
  const kept = withKnownColumns(settings, new Set([...names, ...derived]));
  if (kept.unknown.length === 0) return;
  await changeSettings(kept.settings);
  const shown = kept.unknown.slice(0, 3).join(', ') + (kept.unknown.length > 3 ? ` and ${kept.unknown.length - 3} more` : '');
  showToast(`Settings for columns that these data do not have were set aside: ${shown}.`);
}

export function swapSources(): void {
  const workspace = readWorkspace();
  if (workspace !== null) void chooseSources({ reference: workspace.current, current: workspace.reference });
}

interface CompareOptions {
  /** How the report is looked at once it is there. */
  readonly query?: Record<string, string>;
  readonly page?: 'report' | 'tests';
}

let latest: AbortController | null = null;

/** Makes the report for what is chosen and shows it. A comparison still running for something else is given up. */
export async function compare(options: CompareOptions = {}): Promise<void> {
  const workspace = readWorkspace();
  if (workspace?.reference == null || workspace.current === null) return;
  const { reference, current, settings } = workspace;
  clearNotice();
  noticeRestart(false);
  latest?.abort();
  const mine = new AbortController();
  latest = mine;
  workbench.set({ comparing: true });
  const startedOn = currentRoute().page;
  try {
    const make = (context: CallOptions): Promise<DriftReport> => client.reports.create({ reference, current, settings }, context);
    const report = await runJob('Comparing', make, mine.signal);
    keepReport(report);
    show(report, startedOn, options);
    const mark = lastChange();
    await Promise.all([refreshRuns(), client.workspace.get({}).then((workspace) => adopt(workspace, mark))]);
  } catch (error) {
    if (!mine.signal.aborted) reportFailure('Comparing', error, () => void compare(options));
  } finally {
    if (latest === mine) workbench.set({ comparing: false });
  }
}

/** Goes to a report that was just made, unless the person has gone elsewhere meanwhile. */
function show(report: DriftReport, startedOn: string, { page = 'report', query = {} }: CompareOptions): void {
  const open = (): void => navigate({ page, id: report.id, query });
  if (currentRoute().page === startedOn) open();
  else showToast('The report is ready.', { tone: 'good', action: { label: 'Open', run: open } });
}

/** Makes a report again with other settings, which from now on are the workspace's. */
export async function compareAgain(report: DriftReport, settings: ReportSettings, options: CompareOptions): Promise<void> {
  const { reference, current } = report;
  try {
    const mine = noteChange();
    adopt(await client.workspace.update({ reference: { path: reference.path }, current: { path: current.path }, settings }), mine);
  } catch (error) {
    reportFailure('Changing the settings', error, () => void compareAgain(report, settings, options));
    return;
  }
  await compare(options);
}

export async function openSample(): Promise<void> {
  clearNotice();
  try {
    adopt(await runJob('Making the sample data', (context) => client.workspace.openSample({}, context)));
  } catch (error) {
    reportFailure('Making the sample data', error, () => void openSample());
    return;
  }
  forgetInspections('all');
  if (await canBeCompared()) await compare();
}
