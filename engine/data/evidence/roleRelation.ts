import type { DuckDBConnection } from '@duckdb/node-api';

/** Means and correlation of two columns over the rows that have both; null where there is no such number. */
export interface PairedNumbers {
  readonly rows: number;
  readonly means: readonly [number | null, number | null];
  readonly correlation: number | null;
}

/** The order in which threads add up shows in the last digits; these are kept off. */
const steady = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? Number(value.toPrecision(9)) : null;

/** Reads how two numeric expressions go together. Scaled first, so that the squares of huge values do not overflow. */
export async function readPairedNumbers(
  connection: DuckDBConnection,
  { view, first, second }: { readonly view: string; readonly first: string; readonly second: string },
): Promise<PairedNumbers> {
  const pairs = `select x, y from (select ${first} as x, ${second} as y from ${view}) where isfinite(x) and isfinite(y)`;
  const scales = await connection.runAndReadAll(`select count(*)::double, max(abs(x)), max(abs(y)) from (${pairs})`);
  const [rows, a, b] = scales.getRows()[0]!.map((value) => Number(value)) as [number, number, number];
  if (rows === 0) return { rows, means: [null, null], correlation: null };
  const scaled = (name: string, scale: number): string => (scale > 0 ? `${name} / ${scale}::double` : name);
  const read = await connection.runAndReadAll(
    `select favg(x), favg(y), corr(x, y), min(x) = max(x) or min(y) = max(y) from (select ${scaled('x', a)} as x, ${scaled('y', b)} as y from (${pairs}))`,
  );
  const [x, y, correlation, constant] = read.getRows()[0]!;
  const back = (mean: unknown, scale: number): number | null => steady(typeof mean === 'number' ? mean * (scale > 0 ? scale : 1) : null);
  return { rows, means: [back(x, a), back(y, b)], correlation: constant === true ? null : steady(correlation) };
}

/** Rows that have both of two classes, and those in which they are the same. */
export async function countAgreement(
  connection: DuckDBConnection,
  { view, first, second }: { readonly view: string; readonly first: string; readonly second: string },
): Promise<{ readonly rows: number; readonly agreeing: number }> {
  const read = await connection.runAndReadAll(
    `select count(*)::double, (count(*) filter (x = y))::double from (select ${first} as x, ${second} as y from ${view}) where x is not null and y is not null`,
  );
  const [rows, agreeing] = read.getRows()[0]!;
  return { rows: Number(rows), agreeing: Number(agreeing) };
}
