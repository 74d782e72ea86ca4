import type { DuckDBConnection } from '@duckdb/node-api';
import type { TextSide } from './textCounts.ts';

/** The most common texts of both sides together, by count and then by value, and whether there are others. */
export async function commonValues(
  connection: DuckDBConnection,
  sides: readonly TextSide[],
  most: number,
): Promise<{ values: string[]; others: number; missing: boolean }> {
  const rows = sides.map(({ view, expression }) => `select ${expression} as value from ${view}`).join(' union all ');
  const grouped = `select value, count(*)::double as rows from (${rows}) group by value`;
  const found = await connection.runAndReadAll(
    `select value, (count(*) over ())::double from (${grouped}) where value is not null order by rows desc, value limit ${most}`,
  );
  const missing = await connection.runAndReadAll(`select 1 from (${rows}) where value is null limit 1`);
  const read = found.getRows();
  const values = read.map((row) => String(row[0]));
  return { values, others: Number(read[0]?.[1] ?? 0) - values.length, missing: missing.getRows().length > 0 };
}
