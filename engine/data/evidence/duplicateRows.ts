import type { DuckDBConnection } from '@duckdb/node-api';

export interface DuplicateRows {
  /** Rows that repeat an earlier one. */
  readonly repeated: number;
  /** How often the most frequent of them stands there. */
  readonly most: number;
}

export interface RowsRequest {
  readonly view: string;
  /** Names of the columns, quoted. */
  readonly columns: readonly string[];
  /** A condition that every row which is there twice meets; null where none is known. */
  readonly within: string | null;
}

/**
 * Counts rows that are there more than once, exactly: rows of equal 64-bit hash are only suspects, which are then
 * grouped by their values. Both groupings spill to disk.
 */
export async function countDuplicateRows(connection: DuckDBConnection, { view, columns, within }: RowsRequest): Promise<DuplicateRows> {
  const values = columns.join(', ');
  const rows = `${view} where ${within ?? 'true'}`;
  await connection.run(
    `create or replace temp table suspects as select h from (select hash(${values}) as h from ${rows}) group by h having count(*) > 1`,
  );
  const suspects = await connection.runAndReadAll('select count(*)::double from suspects');
  if (Number(suspects.getRows()[0]![0]) === 0) return { repeated: 0, most: 0 };
  const read = await connection.runAndReadAll(
    `select coalesce(sum(c - 1), 0)::double, coalesce(max(c), 0)::double from (select count(*) as c from (select ${values} from ${rows} and hash(${values}) in (select h from suspects)) group by ${values} having count(*) > 1)`,
  );
  const [repeated, most] = read.getRows()[0]!.map(Number);
  return { repeated: repeated!, most: most! };
}
