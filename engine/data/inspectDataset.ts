import type { DuckDBConnection } from '@duckdb/node-api';
import { integerCategories } from '#shared/domain/settings.ts';
import type { ColumnInfo, DatasetInfo, DataSource } from '#shared/domain/dataset.ts';
import type { JobContext } from '../jobs/pacer.ts';
import { openDataset, summarise, type DatasetColumn, type OpenDataset } from './dataset.ts';
import { decideKind, fewestForText, looksLikeId, textDistinctShare } from './kinds.ts';
import { openDuckDb, type Database } from './openDuckDb.ts';
import { quoteName } from './quote.ts';
import { resolveSource } from './resolveSource.ts';

/** Columns looked at in one query. */
const batchSize = 100;

/** Valid and distinct values, as exactly as the rule for kinds needs them. */
interface Counts {
  readonly valid: number;
  readonly distinct: number;
}

function isCounted({ family, type }: DatasetColumn): boolean {
  return family === 'integer' || (family === 'text' && type !== 'UUID');
}

async function numbersOf(connection: DuckDBConnection, sql: string): Promise<number[]> {
  const read = await connection.runAndReadAll(sql);
  return (read.getRows()[0] ?? []).map(Number);
}

/** Whether an estimate of the distinct values is too near a limit of the rule to be trusted. */
function mustBeExact(column: DatasetColumn, { valid, distinct }: Counts): boolean {
  const share = distinct / Math.max(1, valid);
  if (valid < 2 * fewestForText || (looksLikeId(column.column) && share > 0.8)) return true;
  return column.family === 'integer' ? distinct <= 2 * integerCategories : share > textDistinctShare / 2 && share < textDistinctShare * 1.5;
}

async function countBatch(connection: DuckDBConnection, dataset: OpenDataset, columns: readonly DatasetColumn[]): Promise<Counts[]> {
  const names = columns.map(({ column }) => quoteName(column));
  const estimates = names.flatMap((name) => [`count(${name})::double`, `approx_count_distinct(${name})::double`]);
  const estimated = await numbersOf(connection, `select ${estimates.join(', ')} from ${dataset.view}`);
  const counts = columns.map((_, i) => ({ valid: estimated[2 * i]!, distinct: estimated[2 * i + 1]! }));
  const unsure = columns.flatMap((column, i) => (mustBeExact(column, counts[i]!) ? [i] : []));
  if (unsure.length === 0) return counts;
  const exact = await numbersOf(
    connection,
    `select ${unsure.map((i) => `count(distinct ${names[i]!})::double`).join(', ')} from ${dataset.view}`,
  );
  return counts.map((count, i) => (unsure.includes(i) ? { ...count, distinct: exact[unsure.indexOf(i)]! } : count));
}

/** The counts of each column, or why it could not be read; a batch that fails is tried column by column. */
async function countColumns(
  database: Database,
  dataset: OpenDataset,
  columns: readonly DatasetColumn[],
  context: JobContext,
): Promise<(Counts | string)[]> {
  if (columns.length === 0) return [];
  try {
    return await database.using(context.signal, (connection) => countBatch(connection, dataset, columns));
  } catch (error) {
    if (context.signal.aborted) throw error;
    if (columns.length === 1) return [String(error).split('\n')[0]!];
    const results: (Counts | string)[] = [];
    for (const column of columns) results.push(...(await countColumns(database, dataset, [column], context)));
    return results;
  }
}

function infoOf({ column, type }: DatasetColumn, counts: Counts | string): ColumnInfo {
  if (typeof counts === 'string') return { column, type, kind: 'unsupported', reason: `the column could not be read: ${counts}` };
  return { column, type, ...decideKind({ column, type, chosen: null, isIdRole: false, ...counts }) };
}

async function inspectColumns(database: Database, dataset: OpenDataset, context: JobContext): Promise<ColumnInfo[]> {
  const counted = dataset.columns.filter(isCounted);
  const counts = new Map<DatasetColumn, Counts | string>();
  for (let from = 0; from < counted.length; from += batchSize) {
    const batch = counted.slice(from, from + batchSize);
    const found = await countColumns(database, dataset, batch, context);
    batch.forEach((column, i) => counts.set(column, found[i]!));
    context.progress({ share: counts.size / counted.length, message: `Looked at ${batch.at(-1)!.column}` });
  }
  return dataset.columns.map((column) => infoOf(column, counts.get(column) ?? { valid: 0, distinct: 0 }));
}

/** Opens a data set: its files with their hashes, rows, columns and the kind each column would have as reference. */
export async function inspectDataset(source: DataSource, context: JobContext): Promise<DatasetInfo> {
  const resolved = await resolveSource(source);
  const database = await openDuckDb({ files: resolved.files.map((file) => file.path) });
  try {
    const rows = { where: null, sample: null };
    const dataset = await openDataset(database, { side: 'reference', source: resolved, rows }, context.signal);
    const columns = await inspectColumns(database, dataset, context);
    return { summary: await summarise(dataset, context), columns };
  } finally {
    await database.close();
  }
}
