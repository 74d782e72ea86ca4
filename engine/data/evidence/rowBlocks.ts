import duckdb from '@duckdb/node-bindings';
import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';

/** Some rows of several columns as doubles; NaN where there is no finite value. Valid until the next block. */
export interface RowBlock {
  readonly columns: readonly Float64Array[];
  readonly rows: number;
}

/** A random choice of rows, the same each time as long as the rows come in the same order. */
export interface RowSample {
  readonly rows: number;
  readonly seed: number;
}

const longestVector = 2048;

function fill(chunk: DuckDBDataChunk, column: number, target: Float64Array): void {
  const rows = chunk.rowCount;
  const vector = duckdb.data_chunk_get_vector(chunk.chunk, column);
  const bytes = duckdb.vector_get_data(vector, rows * 8);
  const data = new Float64Array(bytes.buffer, bytes.byteOffset, rows);
  const validity = duckdb.vector_get_validity(vector, Math.ceil(rows / 64) * 8) as Uint8Array | null;
  for (let row = 0; row < rows; row++) {
    const value = data[row]!;
    const isValid = validity === null || ((validity[row >> 3]! >> (row & 7)) & 1) === 1;
    target[row] = isValid && value - value === 0 ? value : Number.NaN;
  }
}

/**
 * Streams the rows of a view, each column an expression that gives doubles, a block at a time; memory does not grow with
 * rows. The connection must have no other open stream. Throws what the database throws.
 */
export async function streamRows(
  connection: DuckDBConnection,
  request: { readonly view: string; readonly expressions: readonly string[]; readonly sample: RowSample | null },
  take: (block: RowBlock) => void,
  pacer: Pacer,
): Promise<void> {
  const { view, expressions, sample } = request;
  const rows = `select ${expressions.map((expression, i) => `${expression} as c${i}`).join(', ')} from ${view}`;
  const sql = sample === null ? rows : `select * from (${rows}) using sample reservoir(${sample.rows} rows) repeatable (${sample.seed})`;
  const columns = expressions.map(() => new Float64Array(longestVector));
  const result = await connection.stream(sql);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    columns.forEach((target, column) => fill(chunk, column, target));
    take({ columns, rows: chunk.rowCount });
    await pacer.pause();
  }
}
