import type { DuckDBConnection } from '@duckdb/node-api';

/** Counts the rows that have the same values as another row in some columns, exactly; the grouping spills to disk. */
export async function countRowGroups(
  connection: DuckDBConnection,
  request: { view: string; among: string; columns: readonly string[] },
): Promise<{ among: number; failing: number }> {
  const { view, among, columns } = request;
  const names = columns.join(', ');
  const read = await connection.runAndReadAll(
    `select coalesce(sum(c), 0)::double, coalesce(sum(c) filter (c > 1), 0)::double from (select count(*) as c from ${view} where ${among} group by ${names})`,
  );
  const [all, failing] = read.getRows()[0]!.map(Number);
  return { among: all!, failing: failing! };
}
