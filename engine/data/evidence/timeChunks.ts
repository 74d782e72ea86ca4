import type { DuckDBConnection } from '@duckdb/node-api';

/** Stretches of time with about as many rows each. */
export interface TimeChunks {
  /** SQL of the number of a row's chunk; −1 for rows without a time. */
  readonly expression: string;
  /** First, inner and last moments in milliseconds, one more than chunks. */
  readonly edges: readonly number[];
}

/** Cuts the rows of a view at quantiles of a time in milliseconds; null where no row has a time. */
export async function cutByTime(
  connection: DuckDBConnection,
  request: { view: string; time: string; where: string; chunks: number },
): Promise<TimeChunks | null> {
  const { view, time, where, chunks } = request;
  const shares = Array.from({ length: chunks - 1 }, (_, i) => (i + 1) / chunks);
  const read = await connection.runAndReadAll(
    `select min(t), max(t), ${shares.map((share) => `quantile_disc(t, ${share})`).join(', ')} from (select ${time} as t from ${view} where ${where}) where isfinite(t)`,
  );
  const [first, last, ...inner] = read.getRows()[0]!.map((value) => (value === null ? null : Number(value)));
  if (first === null || last === null || first === undefined || last === undefined) return null;
  const cuts = [...new Set(inner.filter((edge): edge is number => edge !== null))].filter((edge) => edge < last);
  const steps = cuts.map((edge) => `(${time} > (${edge})::double)::int`);
  const expression = `case when coalesce(isfinite(${time}), false) then ${['0', ...steps].join(' + ')} else -1 end`;
  return { expression, edges: [first, ...cuts, last] };
}
