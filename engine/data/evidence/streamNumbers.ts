import duckdb from '@duckdb/node-bindings';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';

/** Takes the rows of a chunk: one array a column, null as NaN; the arrays are valid until it returns. */
export type TakeRows = (columns: readonly Float64Array[], rows: number) => void;

/** The vector's own memory is the database's, and only read. */
function withoutNulls(data: Float64Array, validity: Uint8Array | null): Float64Array {
  return validity === null ? data : data.map((value, row) => (((validity[row >> 3]! >> (row & 7)) & 1) === 0 ? Number.NaN : value));
}

/** Streams expressions that give doubles, row by row together. Memory does not grow with rows. */
export async function streamNumbers(
  connection: DuckDBConnection,
  request: { view: string; expressions: readonly string[]; where: string },
  take: TakeRows,
  pacer: Pacer,
): Promise<void> {
  const { view, expressions, where } = request;
  const result = await connection.stream(`select ${expressions.map((each) => `(${each})::double`).join(', ')} from ${view} where ${where}`);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    const rows = chunk.rowCount;
    const columns = expressions.map((_, column) => {
      const vector = duckdb.data_chunk_get_vector(chunk.chunk, column);
      const bytes = duckdb.vector_get_data(vector, rows * 8);
      const data = new Float64Array(bytes.buffer, bytes.byteOffset, rows);
      return withoutNulls(data, duckdb.vector_get_validity(vector, Math.ceil(rows / 64) * 8) as Uint8Array | null);
    });
    take(columns, rows);
    await pacer.pause();
  }
}
