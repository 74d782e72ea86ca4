import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';

/** Bits of one number that hold a pattern; a double keeps them exactly. */
const perMask = 48;
/** Sums of pairs in one query. */
const perPass = 200;

interface PatternSide {
  readonly view: string;
  readonly rows: number;
  /** SQL that is true where a cell is missing, one a column; null where this side has no such cell. */
  readonly missing: readonly (string | null)[];
}

export interface PatternRequest {
  readonly reference: PatternSide;
  readonly current: PatternSide;
  readonly mostPatterns: number;
  /** Pairs are counted among the first columns, so many of them. */
  readonly paired: number;
}

interface SideRows {
  readonly reference: number;
  readonly current: number;
}

export interface PatternCounts {
  readonly numberOfPatterns: SideRows;
  /** Those with the largest share on either side: places of the missing columns, and rows. */
  readonly patterns: readonly (SideRows & { readonly places: readonly number[] })[];
  /** Rows in which both are missing; the same place twice for a column alone. */
  readonly together: readonly (SideRows & { readonly a: number; readonly b: number })[];
}

function chunked<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

function maskSql(missing: readonly (string | null)[]): string {
  const bits = missing.flatMap((condition, i) =>
    condition === null ? [] : [`(case when ${condition} then ${2 ** i} else 0 end)::bigint`],
  );
  return bits.length === 0 ? '0::bigint' : bits.join(' + ');
}

function countsOf({ view, missing }: PatternSide, names: string, counts: string): string {
  const masks = chunked(missing, perMask).map((some, i) => `${maskSql(some)} as m${i}`);
  return `select ${names}, ${counts} from (select ${masks.join(', ')} from ${view}) group by ${names}`;
}

function placesOf(masks: readonly number[]): number[] {
  const bits = Array.from({ length: perMask }, (_, i) => i);
  return masks.flatMap((mask, chunk) => bits.flatMap((i) => (Math.floor(mask / 2 ** i) % 2 === 1 ? [chunk * perMask + i] : [])));
}

const bit = (place: number): string => `(m${Math.floor(place / perMask)} & ${2 ** (place % perMask)}) > 0`;

async function countPairs(connection: DuckDBConnection, paired: number, pacer: Pacer): Promise<PatternCounts['together']> {
  const places = Array.from({ length: paired }, (_, i) => i);
  const pairs = places.flatMap((a) => places.slice(a).map((b) => ({ a, b })));
  const found: (SideRows & { a: number; b: number })[] = [];
  for (const some of chunked(pairs, perPass)) {
    const sums = some.flatMap(({ a, b }) => {
      const both = a === b ? bit(a) : `${bit(a)} and ${bit(b)}`;
      return ['r', 'c'].map((side) => `coalesce(sum(${side}) filter (${both}), 0)::double`);
    });
    const rows = (await connection.runAndReadAll(`select ${sums.join(', ')} from patterns`)).getRows()[0]!.map(Number);
    some.forEach((pair, i) => found.push({ ...pair, reference: rows[2 * i]!, current: rows[2 * i + 1]! }));
    await pacer.pause();
  }
  return found;
}

/** Counts rows by which cells are missing, in one pass over each side; the counts themselves may spill to disk. */
export async function countMissingPatterns(connection: DuckDBConnection, request: PatternRequest, pacer: Pacer): Promise<PatternCounts> {
  const { reference, current, mostPatterns, paired } = request;
  const masks = chunked(reference.missing, perMask).map((_, i) => `m${i}`);
  const names = masks.join(', ');
  const both = `${countsOf(reference, names, 'count(*) as r, 0 as c')} union all ${countsOf(current, names, '0 as r, count(*) as c')}`;
  await connection.run(
    `create or replace temp table patterns as select ${names}, sum(r)::double as r, sum(c)::double as c from (${both}) group by ${names}`,
  );
  const counted = await connection.runAndReadAll('select count_if(r > 0)::double, count_if(c > 0)::double from patterns');
  const share = `greatest(r / ${Math.max(1, reference.rows)}, c / ${Math.max(1, current.rows)})`;
  const read = await connection.runAndReadAll(
    `select r, c, ${masks.map((name) => `${name}::double`).join(', ')} from patterns order by ${share} desc, ${names} limit ${mostPatterns}`,
  );
  const [inReference, inCurrent] = counted.getRows()[0]!.map(Number);
  return {
    numberOfPatterns: { reference: inReference!, current: inCurrent! },
    patterns: read.getRows().map((row) => {
      const [r, c, ...found] = row.map(Number);
      return { places: placesOf(found), reference: r!, current: c! };
    }),
    together: await countPairs(connection, paired, pacer),
  };
}
