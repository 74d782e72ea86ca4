import duckdb from '@duckdb/node-bindings';
import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';

/** Rows that follow one another: a buffer a column, used again for the next block. NaN stands for null. */
export interface FeatureBlock {
  /** Place of the first row among all rows, from 0. */
  readonly from: number;
  readonly rows: number;
  readonly columns: readonly Float64Array[];
}

const mostRowsOfVector = 2048;

function copyVector(chunk: DuckDBDataChunk, column: number, buffer: Float64Array): void {
  const rows = chunk.rowCount;
  const vector = duckdb.data_chunk_get_vector(chunk.chunk, column);
  const bytes = duckdb.vector_get_data(vector, rows * 8);
  buffer.set(new Float64Array(bytes.buffer, bytes.byteOffset, rows));
  const validity = duckdb.vector_get_validity(vector, Math.ceil(rows / 64) * 8) as Uint8Array | null;
  if (validity === null) return;
  for (let row = 0; row < rows; row++) if (((validity[row >> 3]! >> (row & 7)) & 1) === 0) buffer[row] = Number.NaN;
}

/**
 * Streams rows of a view in the order of its files, each column an expression that gives doubles; memory does not grow
 * with rows. The connection must have no other open stream. Throws what the database throws.
 */
export async function streamFeatureRows(
  connection: DuckDBConnection,
  { view, expressions }: { view: string; expressions: readonly string[] },
  take: (block: FeatureBlock) => void,
  pacer: Pacer,
): Promise<void> {
  const columns = expressions.map(() => new Float64Array(mostRowsOfVector));
  // Numbering the rows is what keeps their order: without it the threads of the database hand them over as they come.
  const numbered = `select ${[...expressions, 'row_number() over ()'].join(', ')} from ${view}`;
  const result = await connection.stream(numbered);
  let from = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    columns.forEach((buffer, column) => copyVector(chunk, column, buffer));
    take({ from, rows: chunk.rowCount, columns });
    from += chunk.rowCount;
    await pacer.pause();
  }
}
