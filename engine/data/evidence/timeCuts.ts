import type { DuckDBConnection } from '@duckdb/node-api';

/** The times that cut the rows of a view into `pieces` of about equal size, ascending; fewer where times repeat. */
export async function timeCuts(
  connection: DuckDBConnection,
  { view, expression, pieces }: { view: string; expression: string; pieces: number },
): Promise<number[]> {
  const shares = Array.from({ length: pieces - 1 }, (_, i) => (i + 1) / pieces);
  if (shares.length === 0) return [];
  const read = await connection.runAndReadAll(
    `select unnest(quantile_disc(t, [${shares.join(', ')}])) from (select ${expression} as t from ${view}) where isfinite(t)`,
  );
  return [...new Set(read.getRows().map((row) => Number(row[0])))].sort((a, b) => a - b);
}
