import type { RunSummary } from '#shared/domain/report.ts';
import { client } from '../client/engine.ts';
import { forgetReport } from './reports.ts';
import { currentRoute, navigate } from './route.ts';
import { showToast } from './toasts.ts';
import { refreshRuns, reportFailure } from './workbench.ts';

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
    reportFailure('Removing the report', error, () => void removeRun(run));
  }
}

async function restoreRun(id: string): Promise<void> {
  try {
    await client.reports.restore({ id });
    await refreshRuns();
  } catch (error) {
    reportFailure('Bringing the report back', error, () => void restoreRun(id));
  }
}
