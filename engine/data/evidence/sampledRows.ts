import type { DuckDBConnection } from '@duckdb/node-api';

/** A sample of rows by column: texts, or numbers; null where there is none. Row i stands for `counts[i]` equal rows. */
export interface SampledRows {
  readonly cells: readonly (readonly (string | number | null)[])[];
  readonly counts: readonly number[];
}

/**
 * A sample of the distinct rows of some expressions, chosen by their content: neither the order of the rows nor the number
 * of threads matters. All of them where there are no more than `most`.
 */
export async function sampleDistinctRows(
  connection: DuckDBConnection,
  { view, expressions, most }: { readonly view: string; readonly expressions: readonly string[]; readonly most: number },
): Promise<SampledRows> {
  const names = expressions.map((_, i) => `c${i}`);
  const rows = `select ${expressions.map((expression, i) => `${expression} as ${names[i]}`).join(', ')} from ${view}`;
  const hash = `hash(${names.join(', ')})`;
  const counted = await connection.runAndReadAll(`select approx_count_distinct(${hash})::double from (${rows})`);
  const distinct = Number(counted.getRows()[0]![0]);
  // Twice as many as wanted pass the sieve, since the count of distinct rows is approximate.
  const sieve =
    distinct > 2 * most ? ` where ${hash} < ${(BigInt(Math.ceil((2 * most * 2 ** 32) / distinct)) << 32n).toString()}::ubigint` : '';
  const grouped = `select *, count(*)::double as n from (select * from (${rows})${sieve}) group by all`;
  const read = await connection.runAndReadAll(`select * from (${grouped}) order by ${hash} limit ${most}`);
  const columns = read.getColumns() as (string | number | null)[][];
  return { cells: columns.slice(0, names.length), counts: (columns[names.length] ?? []).map(Number) };
}
