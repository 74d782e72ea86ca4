import type { DuckDBConnection } from '@duckdb/node-api';

/** Equal bins from `start` on, the same for both numbers; what lies beyond counts in the first and last one. */
export interface CellGrid {
  readonly start: number;
  readonly width: number;
  readonly bins: number;
}

function binSql(x: string, { start, width, bins }: CellGrid): string {
  return `least(greatest(floor((${x} - (${start})::double) / (${width})::double), 0), ${bins - 1})::int`;
}

/** Counts rows by the bins of two numbers: [bin of x, bin of y, rows], in ascending order, without empty ones. */
export async function countCells(
  connection: DuckDBConnection,
  request: { view: string; x: string; y: string; where: string; grid: CellGrid },
): Promise<[number, number, number][]> {
  const { view, x, y, where, grid } = request;
  const read = await connection.runAndReadAll(
    `select ${binSql(x, grid)} as a, ${binSql(y, grid)} as b, count(*)::double from ${view} where ${where} group by all order by 1, 2`,
  );
  return read.getRows().map((row) => [Number(row[0]), Number(row[1]), Number(row[2])]);
}
