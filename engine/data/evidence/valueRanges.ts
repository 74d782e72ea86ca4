import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';

const sampleSize = 65_536;

/** One side of a column that is too long to be held: where it is and how many rows there are. */
export interface SlicedSide {
  readonly view: string;
  readonly expression: string;
  readonly rows: number;
}

/** Values of both sides that one slice should hold, and at most may. */
export interface SliceSizes {
  readonly target: number;
  readonly most: number;
  readonly fewDistinct?: number;
}

export interface Sides {
  readonly reference: SlicedSide | null;
  readonly current: SlicedSide | null;
}

/** A range of values, closed below and open above, with the number of values it holds on each side. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly reference: number;
  readonly current: number;
}

export async function readNumbers(connection: DuckDBConnection, sql: string): Promise<number[]> {
  const read = await connection.runAndReadAll(sql);
  return read.getRows()[0]!.map(Number);
}

/** Candidate borders: distinct values of an even sample of both sides, far enough apart. */
async function borders(connection: DuckDBConnection, sides: readonly SlicedSide[], slices: number): Promise<number[]> {
  const rows = sides.map(
    (side) =>
      `(select x from (select ${side.expression} as x from ${side.view}) where isfinite(x) using sample reservoir(${sampleSize} rows) repeatable (1))`,
  );
  const read = await connection.runAndReadAll(`select x from (${rows.join(' union all ')}) order by x`);
  const sample = Float64Array.from(read.getRows(), (row) => row[0] as number);
  const step = Math.max(1, Math.floor(sample.length / slices / 2));
  const cuts = new Set<number>();
  for (let i = step; i < sample.length; i += step) cuts.add(sample[i]!);
  return [Number.NEGATIVE_INFINITY, ...[...cuts].sort((a, b) => a - b), Number.POSITIVE_INFINITY];
}

async function countRanges(connection: DuckDBConnection, side: SlicedSide | null, cuts: readonly number[]): Promise<number[]> {
  if (side === null) return cuts.slice(1).map(() => 0);
  const filters = cuts.slice(1).map((to, i) => `count(*) filter (${within('x', cuts[i]!, to)})::double`);
  return readNumbers(connection, `select ${filters.join(', ')} from (select ${side.expression} as x from ${side.view})`);
}

/** A double as SQL reads it back to the same bits. */
function literal(value: number): string {
  return `'${value === Number.POSITIVE_INFINITY ? 'infinity' : value === Number.NEGATIVE_INFINITY ? '-infinity' : String(value)}'::double`;
}

export function within(expression: string, from: number, to: number): string {
  return `isfinite(${expression}) and ${expression} >= ${literal(from)} and ${expression} < ${literal(to)}`;
}

/** The double next above, so that [x, next) holds x alone. */
function nextAbove(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigInt64(0);
  view.setBigInt64(0, bits + (value > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

type Counter = (cuts: readonly number[]) => Promise<Range[]>;

function counterOf(connection: DuckDBConnection, reference: SlicedSide | null, current: SlicedSide | null): Counter {
  return async (cuts) => {
    const inReference = await countRanges(connection, reference, cuts);
    const inCurrent = await countRanges(connection, current, cuts);
    return inReference.map((count, i) => ({ from: cuts[i]!, to: cuts[i + 1]!, reference: count, current: inCurrent[i]! }));
  };
}

function middle(range: Range): number | null {
  const from = Math.max(range.from, -Number.MAX_VALUE);
  const to = Math.min(range.to, Number.MAX_VALUE);
  const half = from / 2 + to / 2;
  return half > range.from && half < range.to ? half : null;
}

export const size = (range: Range): number => range.reference + range.current;

/** Halves ranges that hold too much until they fit, or hold one value only. */
async function split(range: Range, most: number, count: Counter, pacer: Pacer): Promise<Range[]> {
  await pacer.pause();
  if (size(range) <= most || nextAbove(range.from) >= range.to) return [range];
  const spike = Number.isFinite(range.from) && nextAbove(range.from) < range.to ? nextAbove(range.from) : null;
  const half = middle(range);
  const cuts = [...new Set([range.from, ...(spike === null ? [] : [spike]), ...(half === null ? [] : [half]), range.to])].sort(
    (a, b) => a - b,
  );
  const parts = await count(cuts);
  const fine: Range[] = [];
  for (const part of parts) fine.push(...(await split(part, most, count, pacer)));
  return fine;
}

/** Joins neighbours that fit into one slice together. */
function join(ranges: readonly Range[], target: number): Range[] {
  const joined: Range[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last !== undefined && size(last) + size(range) <= target) {
      joined[joined.length - 1] = {
        from: last.from,
        to: range.to,
        reference: last.reference + range.reference,
        current: last.current + range.current,
      };
    } else joined.push(range);
  }
  return joined;
}

/** Ranges of values in ascending order that cover everything and fit into memory, or hold one value. */
export async function planRanges(
  connection: DuckDBConnection,
  sides: Sides,
  pooled: number,
  sizes: SliceSizes,
  pacer: Pacer,
): Promise<Range[]> {
  const present = [sides.reference, sides.current].filter((side) => side !== null);
  const count = counterOf(connection, sides.reference, sides.current);
  const coarse = await count(await borders(connection, present, Math.max(1, pooled / sizes.target)));
  const ranges: Range[] = [];
  for (const range of coarse) ranges.push(...(await split(range, sizes.most, count, pacer)));
  return join(ranges, sizes.target);
}
