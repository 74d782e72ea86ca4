import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import duckdb from '@duckdb/node-bindings';
import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  DuckDBDataChunk,
  FLOAT,
  UBIGINT,
  VARCHAR,
  type DuckDBAppender,
  type DuckDBConnection,
  type DuckDBType,
} from '@duckdb/node-api';
import { AppError } from '#shared/errors/AppError.ts';
import { databaseError } from './databaseError.ts';
import { quoteName, quoteText } from './quote.ts';

/** A column of predictions as it is stored. */
export interface PartColumn {
  readonly column: string;
  readonly type: 'FLOAT' | 'DOUBLE' | 'BIGINT' | 'UBIGINT' | 'BOOLEAN' | 'VARCHAR';
}

type PartCells = ArrayLike<unknown> & { readonly length: number };

const types: { readonly [K in PartColumn['type']]: DuckDBType } = { FLOAT, DOUBLE, BIGINT, UBIGINT, BOOLEAN, VARCHAR };

const longestChunk = 2048;

/** What stops writing, in our words; what the database says of memory and of cancelling stays what it is. */
function writeError(error: unknown, path: string): AppError {
  const isFull = error instanceof Error && /No space left on device|quota exceeded/i.test(error.message);
  if (isFull) return new AppError('E_WRITE_FAILED', `${path} could not be written: the disk is full.`, { subject: { path }, cause: error });
  const found = databaseError(error, 'E_WRITE_FAILED', `${path} could not be written`, { path });
  if (found.code === 'E_CANCELLED' || found.code === 'E_OUT_OF_MEMORY') return found;
  return new AppError('E_WRITE_FAILED', found.message, { subject: { path }, cause: error });
}

async function flushToDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync().finally(() => file.close());
}

/**
 * Gathers predictions in the order of rows and writes them as parquet files of so many rows, so that work that was
 * stopped can go on. The folder must be one that the database may write to. The columns of the files are named c0, c1, ….
 */
export class PredictionParts {
  private appender: DuckDBAppender | null = null;
  private held = 0;

  constructor(
    private readonly connection: DuckDBConnection,
    private readonly columns: readonly PartColumn[],
    private readonly folder: string,
    private readonly partRows: number,
    private written: number,
  ) {}

  /** Adds rows; gives the paths of the parts that were written with them. Throws E_WRITE_FAILED. */
  async add(cells: readonly PartCells[], rows: number): Promise<string[]> {
    const finished: string[] = [];
    for (let from = 0; from < rows;) {
      const count = Math.min(rows - from, longestChunk, this.partRows - this.held);
      await this.append(cells, from, count);
      from += count;
      if (this.held === this.partRows) finished.push(await this.flush());
    }
    return finished;
  }

  /** Writes what is held as the last part; gives its path where there was anything, or nothing at all was written. */
  async end(): Promise<string[]> {
    return this.held > 0 || this.written === 0 ? [await this.flush()] : [];
  }

  private async open(): Promise<DuckDBAppender> {
    await this.connection.run(`create or replace temp table part (${this.columns.map(({ type }, i) => `c${i} ${type}`).join(', ')})`);
    return this.connection.createAppender('part');
  }

  private async append(cells: readonly PartCells[], from: number, count: number): Promise<void> {
    this.appender ??= await this.open();
    const chunk = DuckDBDataChunk.create(
      this.columns.map(({ type }) => types[type]),
      count,
    );
    this.columns.forEach(({ type }, i) => {
      const vector = duckdb.data_chunk_get_vector(chunk.chunk, i);
      if (type === 'VARCHAR') {
        const texts = cells[i]!;
        for (let row = 0; row < count; row += 1) duckdb.vector_assign_string_element(vector, row, texts[from + row] as string);
        return;
      }
      const data = (cells[i] as unknown as Float64Array).subarray(from, from + count);
      duckdb.copy_data_to_vector(vector, 0, data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
    });
    this.appender.appendDataChunk(chunk);
    this.held += count;
  }

  private async flush(): Promise<string> {
    const path = join(this.folder, partName(this.written));
    try {
      this.appender ??= await this.open();
      this.appender.closeSync();
      this.appender = null;
      await this.connection.run(`copy part to ${quoteText(`${path}.tmp`)} (format parquet, compression zstd)`);
      await flushToDisk(`${path}.tmp`);
      await rename(`${path}.tmp`, path);
    } catch (error) {
      throw writeError(error, path);
    }
    this.written += 1;
    this.held = 0;
    return path;
  }
}

/** The name of the file of one part, so that names sort as rows do. */
export function partName(index: number): string {
  return `part-${String(index).padStart(6, '0')}.parquet`;
}

/** What joins the parts to the rows they belong to. */
export interface PartsToJoin {
  /** What stands after FROM to read the rows in order. */
  readonly view: string;
  readonly parts: readonly string[];
  /** Columns of the rows that are kept. */
  readonly keep: readonly string[];
  readonly predictions: readonly PartColumn[];
  /** Columns with one value in every row. */
  readonly constants: readonly { readonly column: string; readonly value: string }[];
  /** Which of the rows are written, as a SQL condition on columns of the parts; absent: all. */
  readonly where?: string;
  readonly path: string;
}

/**
 * Writes rows and their predictions side by side as one parquet file. The connection must keep the order of rows.
 * Throws E_WRITE_FAILED.
 */
export async function joinParts(connection: DuckDBConnection, request: PartsToJoin): Promise<void> {
  const { view, parts, keep, predictions, constants, where, path } = request;
  const kept = keep.map((column) => `rows.${quoteName(column)}`);
  const predicted = predictions.map(({ column }, i) => `parts.c${i} as ${quoteName(column)}`);
  const fixed = constants.map(({ column, value }) => `${quoteText(value)} as ${quoteName(column)}`);
  const scored = `(select * from read_parquet([${parts.map(quoteText).join(', ')}])) as parts`;
  const rows = `(select ${keep.map(quoteName).join(', ')} from ${view}) as rows`;
  const from = keep.length === 0 ? scored : `${rows} positional join ${scored}`;
  const sql = `select ${[...kept, ...predicted, ...fixed].join(', ')} from ${from}${where === undefined ? '' : ` where ${where}`}`;
  try {
    await connection.run(`copy (${sql}) to ${quoteText(path)} (format parquet, compression zstd)`);
  } catch (error) {
    throw writeError(error, path);
  }
}
