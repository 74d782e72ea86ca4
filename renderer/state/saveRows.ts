import type { DataSource } from '#shared/domain/dataset.ts';
import type { Derivation } from '#shared/domain/settings.ts';
import { formatBytes, formatCount } from '#shared/text/formatNumber.ts';
import { client } from '../client/engine.ts';
import { host } from '../host/currentHost.ts';
import { runJob } from './jobs.ts';
import { showToast } from './toasts.ts';
import { reportFailure } from './workbench.ts';

interface RowsToSave {
  readonly source: DataSource;
  readonly derive: Derivation[];
  readonly where: string;
  readonly name: string;
}

/** Saves rows as a parquet file of the workspace, and says where it is. */
export async function saveRows(rows: RowsToSave): Promise<void> {
  try {
    const saved = await runJob('Saving rows', (context) => client.datasets.saveRows(rows, context));
    const reveal = { label: 'Show it', run: () => void host.reveal(saved.path) };
    const text = `Saved ${formatCount(saved.rows)} rows (${formatBytes(saved.bytes)}) as ${saved.path}.`;
    showToast(text, { tone: 'good', action: host.kind === 'desktop' ? reveal : null });
  } catch (error) {
    reportFailure('Saving the rows', error, () => void saveRows(rows));
  }
}
