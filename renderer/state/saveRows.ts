import type { DataSource } from '#shared/domain/dataset.ts';
import type { Derivation } from '#shared/domain/settings.ts';
import { formatBytes, formatCount } from '#shared/text/formatNumber.ts';
import { client } from '../client/engine.ts';
import { runJob } from './jobs.ts';
import { showSaved } from './saveRendered.ts';
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
    showSaved(`Saved ${formatCount(saved.rows)} rows (${formatBytes(saved.bytes)}) as ${saved.path}.`, saved.path);
  } catch (error) {
    reportFailure('Saving the rows', error, () => void saveRows(rows));
  }
}
