import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';

/** A query of more conditions takes longer to plan than a second pass takes to read. */
const perPass = 120;

/** Counts the rows that meet each condition, many of them in one pass. */
export async function countWhere(
  connection: DuckDBConnection,
  view: string,
  conditions: readonly string[],
  pacer: Pacer,
): Promise<number[]> {
  const counts: number[] = [];
  for (let from = 0; from < conditions.length; from += perPass) {
    const parts = conditions.slice(from, from + perPass).map((condition) => `count_if(${condition})::double`);
    const read = await connection.runAndReadAll(`select ${parts.join(', ')} from ${view}`);
    counts.push(...read.getRows()[0]!.map(Number));
    await pacer.pause();
  }
  return counts;
}
