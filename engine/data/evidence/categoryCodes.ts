import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteText } from '../quote.ts';

/** More categories than this are not told apart: those beyond are rare, and count as one that was never seen. */
export const mostCodes = 10_000;

/** The categories of a column, the most common first (ties by value), with their rows. The code of one is its place. */
export interface CategoryCodes {
  readonly values: readonly string[];
  readonly counts: Float64Array;
}

/** Counts the categories over the views given, each with an expression that gives text. */
export async function countCodes(
  connection: DuckDBConnection,
  sides: readonly { readonly view: string; readonly expression: string }[],
): Promise<CategoryCodes> {
  const rows = sides.map(({ view, expression }) => `select ${expression} as value from ${view}`).join(' union all ');
  const read = await connection.runAndReadAll(
    `select value, count(*)::double as n from (${rows}) where value is not null group by value order by n desc, value limit ${mostCodes}`,
  );
  const found = read.getRows();
  return { values: found.map((row) => String(row[0])), counts: Float64Array.from(found, (row) => Number(row[1])) };
}

/**
 * SQL that gives the code of a category as a double: null where it is missing, −1 where it is none of those counted.
 * It holds on this connection only, as long as that is open; `name` is our own word.
 */
export async function codeExpression(
  connection: DuckDBConnection,
  request: { readonly expression: string; readonly codes: CategoryCodes; readonly name: string },
): Promise<string> {
  const { expression, codes, name } = request;
  if (codes.values.length === 0) return `case when ${expression} is not null then -1.0::double end`;
  await connection.run(`create or replace temp type ${name} as enum (${codes.values.map(quoteText).join(', ')})`);
  return `case when ${expression} is not null then coalesce(enum_code(try_cast(${expression} as ${name}))::double, -1) end`;
}
