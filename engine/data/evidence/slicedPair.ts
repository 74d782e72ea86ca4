import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';
import { loadNumbers, type LoadedNumbers } from './loadNumbers.ts';
import { sideCounts, SortRoom, type NumericPair, type SideCounts, type SortedVisitor } from './numericPair.ts';
import { planRanges, readNumbers, size, within, type Range, type Sides, type SlicedSide, type SliceSizes } from './valueRanges.ts';

const usualSizes: SliceSizes = { target: 20_000_000, most: 32_000_000 };

/** About so many distinct values are counted in the database instead. */
const fewDistinct = 20_000;

interface Room {
  readonly sort: SortRoom;
  readonly reference: Float64Array;
  readonly current: Float64Array;
}

const empty: LoadedNumbers = { values: new Float64Array(0), nulls: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0 };

const absent: SideCounts = sideCounts(empty);

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
