import type { DuckDBConnection } from '@duckdb/node-api';
import { AppError } from '#shared/errors/AppError.ts';
import type { DatasetSummary, Side } from '#shared/domain/dataset.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import type { JobContext } from '../jobs/pacer.ts';
import { databaseError } from './databaseError.ts';
import { hashFile } from './hashFile.ts';
import type { Database } from './openDuckDb.ts';
import { quoteName, quoteText } from './quote.ts';
import type { ResolvedSource } from './resolveSource.ts';
import { familyOf, type Family } from './sqlTypes.ts';

export interface DatasetColumn {
  readonly column: string;
  readonly type: string;
  readonly family: Family;
}

/** A data set as views see it: its columns and the number of rows that meet the condition. */
export interface OpenDataset {
  readonly source: ResolvedSource;
  /** Name of the view (or, for a sample, the table) that holds the rows. */
  readonly view: string;
  /** What stands after FROM (and WHERE) to read the same rows elsewhere; for people to copy. */
  readonly fromClause: string;
  readonly columns: readonly DatasetColumn[];
  readonly numberOfRows: number;
}

type RowChoice = Pick<ReportSettings, 'where' | 'sample'>;

function scanOf(source: ResolvedSource): string {
  return source.reader.scan(source.files.map((file) => quoteText(file.path)));
}

/** The source as a person would write it: one path, folder pattern or glob. */
function readableScan(source: ResolvedSource): string {
  return source.files.length <= 3 ? scanOf(source) : source.reader.scan([quoteText(source.path)]);
}

async function checkCondition(connection: DuckDBConnection, source: ResolvedSource, side: string, where: string): Promise<void> {
  const sql = `select 1 from ${scanOf(source)} where (${where}\n) limit 0`;
  try {
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1) throw new Error('it holds more than one statement');
    await connection.run(sql);
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n\n')[0]! : String(error);
    throw new AppError('E_CONDITION_INVALID', `The condition ${where} does not work on the ${side} data: ${message}`, { cause: error });
  }
}

async function createView(connection: DuckDBConnection, source: ResolvedSource, side: string, rows: RowChoice): Promise<void> {
  const condition = rows.where === null ? '' : ` where (${rows.where}\n)`;
  const body = `select * from ${scanOf(source)}${condition}`;
  const sample = rows.sample;
  if (sample === null) await connection.run(`create view ${side} as ${body}`);
  else await connection.run(`create table ${side} as select * from (${body}) using sample reservoir(${sample.rows} rows) repeatable (${sample.seed})`);
}

/** Makes the view of one side and reads its columns and number of rows. Throws E_FILE_CORRUPT, E_CONDITION_INVALID, … */
export async function openDataset(database: Database, side: Side, source: ResolvedSource, rows: RowChoice, signal: AbortSignal): Promise<OpenDataset> {
  return database.using(signal, async (connection) => {
    const about = `The ${side} data ${source.path} cannot be read`;
    const subject = { path: source.files.length === 1 ? source.files[0]!.path : source.path };
    try {
      await connection.run(`select 1 from ${scanOf(source)} limit 0`);
    } catch (error) {
      throw databaseError(error, 'E_FILE_CORRUPT', about, subject);
    }
    if (rows.where !== null) await checkCondition(connection, source, side, rows.where);
    try {
      await createView(connection, source, side, rows);
      const columns = await readColumns(connection, side);
      const counted = await connection.runAndReadAll(`select count(*)::double from ${side}`);
      const numberOfRows = Number(counted.getRows()[0]![0]);
      const condition = rows.where === null ? '' : ` where (${rows.where})`;
      return { source, view: side, fromClause: readableScan(source) + condition, columns, numberOfRows };
    } catch (error) {
      throw databaseError(error, 'E_DATA_UNREADABLE', about, subject);
    }
  });
}

async function readColumns(connection: DuckDBConnection, view: string): Promise<DatasetColumn[]> {
  const described = await connection.runAndReadAll(`describe ${quoteName(view)}`);
  return described.getRows().map((row) => ({ column: String(row[0]), type: String(row[1]), family: familyOf(String(row[1])) }));
}

/** The summary of an open data set, with the hash of each file. */
export async function summarise(dataset: OpenDataset, context: JobContext): Promise<DatasetSummary> {
  const { source, columns, numberOfRows } = dataset;
  const files = [];
  for (const file of source.files) {
    const sha256 = await hashFile(file.path, context.signal);
    files.push({ path: file.path, name: file.path.split(/[\\/]/).at(-1)!, bytes: file.bytes, sha256 });
  }
  return { name: source.name, path: source.path, format: source.reader.id, files, numberOfRows, numberOfColumns: columns.length };
}
