import type { DuckDBConnection } from '@duckdb/node-api';

/** What the finite values of a column are, as far as the rule for the task asks. */
export interface NumberFacts {
  readonly n: number;
  readonly whole: boolean;
  readonly min: number;
  readonly max: number;
  /** The distinct values; null where there are more than asked for, or where they are not whole. */
  readonly values: readonly number[] | null;
}

/** Reads them in one pass, and in a second one where the values are whole. */
export async function readNumberFacts(connection: DuckDBConnection, view: string, x: string, most: number): Promise<NumberFacts> {
  const finite = `(select ${x} as x from ${view}) where isfinite(x)`;
  const read = await connection.runAndReadAll(`select count(x)::double, bool_and(x = trunc(x)), min(x), max(x) from ${finite}`);
  const [n, whole, min, max] = read.getRows()[0]!;
  const facts = { n: Number(n), whole: whole !== false, min: Number(min), max: Number(max) };
  if (!facts.whole) return { ...facts, values: null };
  const distinct = await connection.runAndReadAll(`select distinct x from ${finite} limit ${most + 1}`);
  const values = distinct.getRows().map((row) => Number(row[0]));
  return { ...facts, values: values.length > most ? null : values };
}
