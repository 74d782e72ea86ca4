import { join } from 'node:path';
import type { DataSource } from '#shared/domain/dataset.ts';
import type { Derivation } from '#shared/domain/settings.ts';
import { type JobContext, unattended } from '../jobs/pacer.ts';
import { databaseError } from './databaseError.ts';
import { openDataset } from './dataset.ts';
import { openDuckDb } from './openDuckDb.ts';
import { quoteText } from './quote.ts';
import { resolveSource } from './resolveSource.ts';

export interface RowsToSave {
  readonly source: DataSource;
  /** The rows to save, as a SQL condition; null saves all. */
  readonly where: string | null;
  readonly derive?: Derivation[];
  /** Brings the finished file to its place; the one it is given is gone afterwards. */
  readonly place: (file: string) => Promise<void>;
}

/** Saves rows of a data set as parquet, in file order. Gives their number. Throws what opening and placing throw. */
export async function saveRows(request: RowsToSave, context: Pick<JobContext, 'signal'> = unattended): Promise<number> {
  const source = await resolveSource(request.source);
  const database = await openDuckDb({ files: source.files.map((file) => file.path), repeatable: true });
  try {
    const rows = { derive: request.derive ?? [], where: request.where, sample: null, inPlace: true };
    const dataset = await openDataset(database, { side: 'current', source, rows }, context.signal);
    const made = join(database.temporary, 'rows.parquet');
    await database.using(context.signal, async (connection) => {
      await connection.run(`copy (select * from ${dataset.view}) to ${quoteText(made)} (format parquet, compression zstd)`);
    });
    await request.place(made);
    return dataset.numberOfRows;
  } catch (error) {
    throw databaseError(error, 'E_DATA_UNREADABLE', `The rows of ${source.path} cannot be saved`, { path: source.path });
  } finally {
    await database.close();
  }
}
