import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';
import { streamDoubles } from './streamDoubles.ts';

interface Request {
  readonly view: string;
  /** SQL of a double; rows where it is null are left out. */
  readonly value: string;
  readonly weight: string;
}

/**
 * Streams values in ascending order with their weights, and rows of the same value in ascending order of the weight, so that
 * sums are the same however many threads read; memory does not grow with rows.
 */
export function streamWeighted(
  connection: DuckDBConnection,
  { view, value, weight }: Request,
  take: (value: number, weight: number) => void,
  pacer: Pacer,
): Promise<void> {
  const rows = `select (${value})::double + 0.0 as value, ${weight} as weight from ${view}`;
  const takeRows = ([values, weights]: readonly Float64Array[], length: number): void => {
    for (let row = 0; row < length; row++) take(values![row]!, weights![row]!);
  };
  return streamDoubles(connection, `select value, weight from (${rows}) where value is not null order by value, weight`, takeRows, pacer);
}
