import type { DuckDBConnection } from '@duckdb/node-api';
import { integerCategories } from '#shared/domain/settings.ts';
import type { ColumnInfo, DatasetInfo, DataSource } from '#shared/domain/dataset.ts';
import type { JobContext } from '../jobs/pacer.ts';
import { openDataset, summarise, type DatasetColumn, type OpenDataset } from './dataset.ts';
import { decideKind, fewestForText, looksLikeId, textDistinctShare } from './kinds.ts';
import { openDuckDb, type Database } from './openDuckDb.ts';
import { quoteName } from './quote.ts';
import { resolveSource } from './resolveSource.ts';

async function numbersOf(connection: DuckDBConnection, sql: string): Promise<number[]> {
  const read = await connection.runAndReadAll(sql);
  return (read.getRows()[0] ?? []).map(Number);
}

/** Valid and distinct values, as exactly as the rule for kinds needs them: near a limit they are counted. */
async function countDistinct(
  connection: DuckDBConnection,
  dataset: OpenDataset,
  column: DatasetColumn,
): Promise<{ valid: number; distinct: number }> {
  const name = quoteName(column.column);
  const [valid, approximate] = await numbersOf(
    connection,
    `select count(${name})::double, approx_count_distinct(${name})::double from ${dataset.view}`,
  );
  const share = approximate! / Math.max(1, valid!);
  const nearLimit =
    column.family === 'integer' ? approximate! <= 2 * integerCategories : share > textDistinctShare / 2 && share < textDistinctShare * 1.5;
  const mayBeId = looksLikeId(column.column) && share > 0.8;
  if (!nearLimit && !mayBeId && valid! >= 2 * fewestForText) return { valid: valid!, distinct: approximate! };
  const [exact] = await numbersOf(connection, `select count(distinct ${name})::double from ${dataset.view}`);
  return { valid: valid!, distinct: exact! };
}

async function inspectColumn(database: Database, dataset: OpenDataset, column: DatasetColumn, context: JobContext): Promise<ColumnInfo> {
  const { type } = column;
  const facts = { column: column.column, type, chosen: null, isIdRole: false };
  const counted = column.family === 'integer' || (column.family === 'text' && type !== 'UUID');
  if (!counted) return { column: column.column, type, ...decideKind({ ...facts, valid: 0, distinct: 0 }) };
  try {
    const counts = await database.using(context.signal, (connection) => countDistinct(connection, dataset, column));
    return { column: column.column, type, ...decideKind({ ...facts, ...counts }) };
  } catch (error) {
    if (context.signal.aborted) throw error;
    return { column: column.column, type, kind: 'unsupported', reason: `the column could not be read: ${String(error).split('\n')[0]}` };
  }
}

/** Opens a data set: its files with their hashes, rows, columns and the kind each column would have as reference. */
export async function inspectDataset(source: DataSource, context: JobContext): Promise<DatasetInfo> {
  const resolved = await resolveSource(source);
  const database = await openDuckDb({ files: resolved.files.map((file) => file.path) });
  try {
    const dataset = await openDataset(
      database,
      { side: 'reference', source: resolved, rows: { where: null, sample: null } },
      context.signal,
    );
    const columns: ColumnInfo[] = [];
    for (const column of dataset.columns) {
      columns.push(await inspectColumn(database, dataset, column, context));
      context.progress({ share: columns.length / dataset.columns.length, message: `Looked at ${column.column}` });
    }
    return { summary: await summarise(dataset, context), columns };
  } finally {
    await database.close();
  }
}
