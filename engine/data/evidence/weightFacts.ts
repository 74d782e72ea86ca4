import type { DuckDBConnection } from '@duckdb/node-api';

/** How many rows have weights of each sort. */
export interface WeightFacts {
  readonly below: number;
  readonly infinite: number;
  readonly above: number;
  /** Above 0, and beyond the smallest or the largest that was asked for. */
  readonly extreme: number;
}

interface Request {
  readonly view: string;
  /** SQL of the weight as a double. */
  readonly weight: string;
  readonly smallest: number;
  readonly largest: number;
}

/** Reads them in one pass; rows without a weight count nowhere. */
export async function readWeightFacts(connection: DuckDBConnection, { view, weight, smallest, largest }: Request): Promise<WeightFacts> {
  const conditions = ['w < 0', 'isinf(w)', 'w > 0', `w > 0 and (w < ${smallest} or w > ${largest})`];
  const counts = conditions.map((condition) => `(count(*) filter (${condition}))::double`).join(', ');
  const read = await connection.runAndReadAll(`select ${counts} from (select ${weight} as w from ${view}) where not isnan(w)`);
  const [below, infinite, above, extreme] = read.getRows()[0]!.map(Number) as [number, number, number, number];
  return { below, infinite, above, extreme };
}
