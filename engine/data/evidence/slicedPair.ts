import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';
import { loadNumbers, type LoadedNumbers } from './loadNumbers.ts';
import { sideCounts, SortRoom, type NumericPair, type SideCounts, type SortedVisitor } from './numericPair.ts';

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

const usualSizes: SliceSizes = { target: 20_000_000, most: 32_000_000 };
const sampleSize = 65_536;
/** About so many distinct values are counted in the database instead. */
const fewDistinct = 20_000;

interface Sides {
  readonly reference: SlicedSide | null;
  readonly current: SlicedSide | null;
}

/** A range of values, closed below and open above, with the number of values it holds on each side. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly reference: number;
  readonly current: number;
}

interface Room {
  readonly sort: SortRoom;
  readonly reference: Float64Array;
  readonly current: Float64Array;
}

const empty: LoadedNumbers = { values: new Float64Array(0), nulls: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0 };
const absent: SideCounts = sideCounts(empty);

async function readNumbers(connection: DuckDBConnection, sql: string): Promise<number[]> {
  const read = await connection.runAndReadAll(sql);
  return read.getRows()[0]!.map(Number);
}

/** What one pass tells of a side, and about how many distinct values it has. */
interface Counted {
  readonly counts: SideCounts;
  readonly distinct: number;
}

async function countSide(connection: DuckDBConnection, side: SlicedSide | null): Promise<Counted> {
  if (side === null) return { counts: absent, distinct: 0 };
  const [nulls, nan, positiveInfinity, negativeInfinity, n, distinct] = await readNumbers(
    connection,
    `select count(*) filter (x is null)::double, count(*) filter (isnan(x))::double, count(*) filter (x = 'infinity'::double)::double,
     count(*) filter (x = '-infinity'::double)::double, count(*) filter (isfinite(x))::double, approx_count_distinct(x)::double
     from (select ${side.expression} as x from ${side.view})`,
  );
  const counts = { nulls: nulls!, nan: nan!, positiveInfinity: positiveInfinity!, negativeInfinity: negativeInfinity!, n: n! };
  return { counts, distinct: distinct! };
}

/** Every distinct finite value of both sides with its counts, in ascending order. */
async function readRuns(connection: DuckDBConnection, sides: Sides): Promise<readonly (readonly [number, number, number])[]> {
  const counted = (side: SlicedSide | null, reference: string, current: string): string[] =>
    side === null
      ? []
      : [
          `select x, ${reference} as r, ${current} as c from (select ${side.expression} as x from ${side.view}) where isfinite(x) group by x`,
        ];
  const parts = [...counted(sides.reference, 'count(*)', '0'), ...counted(sides.current, '0', 'count(*)')];
  const read = await connection.runAndReadAll(
    `select x, sum(r)::double, sum(c)::double from (${parts.join(' union all ')}) group by x order by x`,
  );
  return read.getRows() as [number, number, number][];
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

function within(expression: string, from: number, to: number): string {
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

const size = (range: Range): number => range.reference + range.current;

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

async function loadRange(
  connection: DuckDBConnection,
  side: SlicedSide | null,
  range: Range,
  buffer: Float64Array,
  pacer: Pacer,
): Promise<Float64Array> {
  if (side === null) return empty.values;
  const view = `(select ${side.expression} as x from ${side.view})`;
  const [loaded] = await loadNumbers(
    connection,
    { view, expressions: ['x'], buffers: [buffer], where: within('x', range.from, range.to) },
    pacer,
  );
  return loaded!.values;
}

/**
 * A pair too long for memory: visited in ranges of values that fit, each read from the files again.
 * A range that holds one long-repeated value is given as a run.
 */
export async function pairInSlices(
  connection: DuckDBConnection,
  sides: Sides,
  pacer: Pacer,
  sizes: SliceSizes = usualSizes,
): Promise<NumericPair> {
  const counted = { reference: await countSide(connection, sides.reference), current: await countSide(connection, sides.current) };
  const reference = counted.reference.counts;
  const current = counted.current.counts;
  if (Math.max(counted.reference.distinct, counted.current.distinct) <= (sizes.fewDistinct ?? fewDistinct)) {
    const runs = await readRuns(connection, sides);
    return {
      reference,
      current,
      visit: async (visitor) => runs.forEach(([value, inReference, inCurrent]) => visitor.run(value, inReference, inCurrent)),
    };
  }
  const ranges = await planRanges(connection, sides, reference.n + current.n, sizes, pacer);
  const fits = ranges.filter((range) => size(range) <= sizes.most);
  const longest = (side: 'reference' | 'current'): number => fits.reduce((most, range) => Math.max(most, range[side]), 0);
  const room: Room = {
    sort: new SortRoom(longest('reference'), longest('current')),
    reference: new Float64Array(longest('reference')),
    current: new Float64Array(longest('current')),
  };
  return { reference, current, visit: (visitor) => visitRanges(connection, { sides, ranges, most: sizes.most, room }, visitor, pacer) };
}

/** Ranges of values in ascending order that cover everything and fit into memory, or hold one value. */
async function planRanges(connection: DuckDBConnection, sides: Sides, pooled: number, sizes: SliceSizes, pacer: Pacer): Promise<Range[]> {
  const present = [sides.reference, sides.current].filter((side) => side !== null);
  const count = counterOf(connection, sides.reference, sides.current);
  const coarse = await count(await borders(connection, present, Math.max(1, pooled / sizes.target)));
  const ranges: Range[] = [];
  for (const range of coarse) ranges.push(...(await split(range, sizes.most, count, pacer)));
  return join(ranges, sizes.target);
}

interface Visit {
  readonly sides: Sides;
  readonly ranges: readonly Range[];
  readonly most: number;
  readonly room: Room;
}

async function visitRanges(connection: DuckDBConnection, visit: Visit, visitor: SortedVisitor, pacer: Pacer): Promise<void> {
  const { sides, room } = visit;
  for (const range of visit.ranges) {
    if (size(range) > visit.most) {
      visitor.run(range.from, range.reference, range.current);
      continue;
    }
    if (size(range) === 0) continue;
    const reference = await loadRange(connection, sides.reference, range, room.reference, pacer);
    const current = await loadRange(connection, sides.current, range, room.current, pacer);
    const sorted = await room.sort.sort(reference, current, pacer);
    await visitor.slice(sorted.reference, sorted.current);
  }
}
