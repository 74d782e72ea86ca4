import type { DuckDBConnection } from '@duckdb/node-api';
import { groupOf } from '../sqlTypes.ts';
import type { DatasetColumn } from '../dataset.ts';
import { quoteName } from '../quote.ts';
import { numberExpression } from './numberExpression.ts';

/** SQL that is true where two cells of a row differ; columns of one type are compared as they are. */
export function cellsDiffer(a: DatasetColumn, b: DatasetColumn): string {
  const [x, y] = [quoteName(a.column), quoteName(b.column)];
  if (a.type === b.type) return `${x} is distinct from ${y}`;
  if (groupOf(a.family) === 'text') return `${x}::varchar is distinct from ${y}::varchar`;
  const kind = a.family === 'time' ? 'datetime' : 'numeric';
  return `(${numberExpression(a, kind)}) is distinct from (${numberExpression(b, kind)})`;
}

/** Which of the columns hold the same value as the first one in every row; missing values equal one another. */
export async function equalToFirst(connection: DuckDBConnection, view: string, columns: readonly DatasetColumn[]): Promise<boolean[]> {
  const [first, ...others] = columns;
  if (first === undefined || others.length === 0) return columns.map(() => true);
  const read = await connection.runAndReadAll(
    `select ${others.map((other) => `coalesce(bool_or(${cellsDiffer(first, other)}), false)`).join(', ')} from ${view}`,
  );
  return [true, ...read.getRows()[0]!.map((different) => different === false)];
}
