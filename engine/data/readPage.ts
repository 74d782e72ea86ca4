import type { DataSource } from '#shared/domain/dataset.ts';
import type { Derivation } from '#shared/domain/settings.ts';
import { type JobContext, unattended } from '../jobs/pacer.ts';
import { databaseError } from './databaseError.ts';
import { openDataset } from './dataset.ts';
import { openDuckDb } from './openDuckDb.ts';
import { quoteName } from './quote.ts';
import { resolveSource } from './resolveSource.ts';

export interface PageRequest {
  readonly source: DataSource;
  readonly offset: number;
  readonly limit: number;
  readonly where: string | null;
  readonly derive?: Derivation[];
}

export interface Page {
  readonly columns: { column: string; type: string }[];
  readonly rows: (string | null)[][];
  readonly numberOfRows: number;
}

const longestCell = 200;

/** Reads some rows as text, in file order; long values are cut. Throws what opening throws. */
export async function readPage(request: PageRequest, context: Pick<JobContext, 'signal'> = unattended): Promise<Page> {
  const source = await resolveSource(request.source);
  const database = await openDuckDb({ files: source.files.map((file) => file.path), repeatable: true });
  try {
    const dataset = await openDataset(
      database,
      { side: 'current', source, rows: { derive: request.derive ?? [], where: request.where, sample: null, inPlace: true } },
      context.signal,
    );
    const cells = dataset.columns.map(({ column }) => {
      const text = `${quoteName(column)}::varchar`;
      return `case when length(${text}) > ${longestCell} then left(${text}, ${longestCell}) || '…' else ${text} end`;
    });
    const rows = await database.using(context.signal, async (connection) => {
      const read = await connection.runAndReadAll(
        `select ${cells.join(', ')} from ${dataset.view} limit ${request.limit} offset ${request.offset}`,
      );
      return read.getRows() as (string | null)[][];
    });
    return { columns: dataset.columns.map(({ column, type }) => ({ column, type })), rows, numberOfRows: dataset.numberOfRows };
  } catch (error) {
    throw databaseError(error, 'E_DATA_UNREADABLE', `The rows of ${source.path} cannot be read`, { path: source.path });
  } finally {
    await database.close();
  }
}
