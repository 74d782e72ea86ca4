import duckdb from '@duckdb/node-bindings';
import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import type { Pacer } from '../jobs/pacer.ts';
import type { Database } from './openDuckDb.ts';
import { quoteName, quoteText } from './quote.ts';

/** How the values of a column are handed over: as doubles, as whole numbers of 64 bits, or as text. */
export type Storage = 'double' | 'bigint' | 'text';

export interface BlockColumn {
  readonly column: string;
  readonly storage: Storage;
}

/** Values of one column for the rows of a block. Where `present` is 0 the value has no meaning. */
export interface BlockValues {
  readonly values: Float64Array | BigInt64Array | string[];
  readonly present: Uint8Array;
}

export interface FeatureBlock {
  /** Number of rows before this block. */
  readonly start: number;
  readonly rows: number;
  readonly columns: readonly BlockValues[];
}

interface FeatureStream {
  /** What stands after FROM. */
  readonly view: string;
  readonly columns: readonly BlockColumn[];
  /** Rows to leave out at the start. */
  readonly skip: number;
  /** Rows to read at most; without it all. */
  readonly most?: number;
  /** Rows of a block; the last may have fewer. */
  readonly blockRows: number;
}

/** A text column with few different values is read as numbers into this list, which is much quicker than as text. */
interface ReadColumn extends BlockColumn {
  readonly sql: string;
  readonly dictionary: readonly string[] | null;
}

const largestDictionary = 20_000;

async function dictionaryOf(connection: DuckDBConnection, view: string, name: string, type: string): Promise<string[] | null> {
  const distinct = `select distinct ${quoteName(name)}::varchar as v from ${view} where ${quoteName(name)} is not null limit ${largestDictionary + 1}`;
  const read = await connection.runAndReadAll(distinct);
  const values = read.getRows().map((row) => String(row[0]));
  if (values.length === 0 || values.length > largestDictionary) return null;
  await connection.run(`create or replace temp type ${type} as enum (${values.map(quoteText).join(', ')})`);
  return values;
}

async function readPlan(connection: DuckDBConnection, request: FeatureStream): Promise<ReadColumn[]> {
  const plan: ReadColumn[] = [];
  for (const [i, column] of request.columns.entries()) {
    const name = quoteName(column.column);
    if (column.storage !== 'text') {
      plan.push({ ...column, sql: `${name}::${column.storage}`, dictionary: null });
      continue;
    }
    const type = `text_of_column_${i}`;
    const dictionary = await dictionaryOf(connection, request.view, column.column, type);
    const sql = dictionary === null ? `${name}::varchar` : `enum_code(${name}::varchar::${type})::double`;
    plan.push({ ...column, sql, dictionary });
  }
  return plan;
}

function room(column: ReadColumn, rows: number): { values: Float64Array | BigInt64Array | string[]; present: Uint8Array } {
  const values =
    column.storage === 'text'
      ? new Array<string>(rows).fill('')
      : column.storage === 'bigint'
        ? new BigInt64Array(rows)
        : new Float64Array(rows);
  return { values, present: new Uint8Array(rows) };
}

interface Slice {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

function copyPresence(present: Uint8Array, validity: Uint8Array | null, { from, to, count }: Slice): void {
  if (validity === null) {
    present.fill(1, to, to + count);
    return;
  }
  for (let i = 0; i < count; i += 1) present[to + i] = (validity[(from + i) >> 3]! >> ((from + i) & 7)) & 1;
}

function copyColumn(chunk: DuckDBDataChunk, index: number, column: ReadColumn, target: ReturnType<typeof room>, slice: Slice): void {
  const { from, to, count } = slice;
  if (column.storage === 'text' && column.dictionary === null) {
    const values = chunk.getColumnValues(index);
    for (let i = 0; i < count; i += 1) {
      const value = values[from + i];
      target.present[to + i] = value === null ? 0 : 1;
      if (typeof value === 'string') (target.values as string[])[to + i] = value;
    }
    return;
  }
  const rows = chunk.rowCount;
  const vector = duckdb.data_chunk_get_vector(chunk.chunk, index);
  copyPresence(target.present, duckdb.vector_get_validity(vector, Math.ceil(rows / 64) * 8) as Uint8Array | null, slice);
  const bytes = duckdb.vector_get_data(vector, rows * 8);
  if (column.storage === 'bigint') {
    (target.values as BigInt64Array).set(new BigInt64Array(bytes.buffer, bytes.byteOffset, rows).subarray(from, from + count), to);
    return;
  }
  const numbers = new Float64Array(bytes.buffer, bytes.byteOffset, rows);
  if (column.dictionary === null) {
    (target.values as Float64Array).set(numbers.subarray(from, from + count), to);
    return;
  }
  const texts = target.values as string[];
  for (let i = 0; i < count; i += 1) if (target.present[to + i] === 1) texts[to + i] = column.dictionary[numbers[from + i]!]!;
}

/**
 * Streams columns of a view in the order of its rows, a block at a time; memory does not grow with rows. The database
 * must be one that keeps the order. Throws what the database throws.
 */
export async function streamFeatures(
  database: Database,
  request: FeatureStream,
  context: { readonly signal: AbortSignal; readonly pacer: Pacer },
  take: (block: FeatureBlock) => Promise<void>,
): Promise<void> {
  await database.using(context.signal, async (connection) => {
    const plan = await readPlan(connection, request);
    const most = request.most === undefined ? '' : ` limit ${request.most}`;
    const offset = request.skip === 0 ? '' : ` offset ${request.skip}`;
    const result = await connection.stream(
      `select ${plan.map(({ sql }, i) => `${sql} as c${i}`).join(', ')} from ${request.view}${most}${offset}`,
    );
    let start = request.skip;
    let filled = 0;
    let columns = plan.map((column) => room(column, request.blockRows));
    const hand = async (): Promise<void> => {
      await take({ start, rows: filled, columns });
      start += filled;
      filled = 0;
      columns = plan.map((column) => room(column, request.blockRows));
      await context.pacer.pause();
    };
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) break;
      for (let from = 0; from < chunk.rowCount;) {
        const count = Math.min(chunk.rowCount - from, request.blockRows - filled);
        plan.forEach((column, i) => copyColumn(chunk, i, column, columns[i]!, { from, to: filled, count }));
        from += count;
        filled += count;
        if (filled === request.blockRows) await hand();
      }
    }
    if (filled > 0) await hand();
  });
}
