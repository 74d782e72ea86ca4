import duckdb from '@duckdb/node-bindings';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';

/**
 * Streams a query whose columns are doubles and never null, as vectors that are valid until `take` returns.
 * The connection must have no other open stream.
 */
export async function streamDoubles(
  connection: DuckDBConnection,
  sql: string,
  take: (columns: readonly Float64Array[], rows: number) => void,
  pacer: Pacer,
): Promise<void> {
  const result = await connection.stream(sql);
  const count = result.columnCount;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    const columns = Array.from({ length: count }, (_, column) => {
      const bytes = duckdb.vector_get_data(duckdb.data_chunk_get_vector(chunk.chunk, column), chunk.rowCount * 8);
      return new Float64Array(bytes.buffer, bytes.byteOffset, chunk.rowCount);
    });
    take(columns, chunk.rowCount);
    await pacer.pause();
  }
}
