import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';

/** Items of one group with one relevance: at place 0 all of them, above 0 those whose rank by the score it is. */
export type RankedItems = (group: string, place: number, relevance: number, items: number) => void;

export interface RankedRequest {
  readonly view: string;
  readonly rows: number;
  /** SQL: text, and two doubles. */
  readonly group: string;
  readonly score: string;
  readonly relevance: string;
  /** Which score comes first. */
  readonly first: 'highest' | 'lowest';
  /** Items whose rank is beyond this are not handed over. */
  readonly most: number;
}

/** Rows that are sorted at a time; the sort then fits into memory. */
const rowsAtATime = 1_000_000;

function partSql({ view, rows, group, score, relevance, first, most }: RankedRequest, part: number): string {
  const parts = partsOf(rows);
  const order = first === 'highest' ? 'desc' : 'asc';
  const inPart = parts === 1 ? '' : ` and hash(g) % ${parts} = ${part}`;
  const used = `(select * from (select ${group} as g, ${score} + 0.0 as s, ${relevance} + 0.0 as t from ${view}) where g is not null and isfinite(s) and isfinite(t)${inPart})`;
  const ranked = `select g, rank() over (partition by g order by s ${order}) as place, t from ${used} qualify place <= ${most}`;
  return `select g, place::double, t, count(*)::double from (select g, 0 as place, t from ${used} union all ${ranked}) group by g, place, t order by g, place, t desc`;
}

const partsOf = (rows: number): number => Math.max(1, Math.ceil(rows / rowsAtATime));

async function streamPart(connection: DuckDBConnection, sql: string, take: RankedItems, pacer: Pacer): Promise<void> {
  const result = await connection.stream(sql);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    const [groups, places] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
    const [relevances, items] = [chunk.getColumnVector(2), chunk.getColumnVector(3)];
    for (let row = 0; row < chunk.rowCount; row++) {
      take(groups.getItem(row) as string, places.getItem(row) as number, relevances.getItem(row) as number, items.getItem(row) as number);
    }
    await pacer.pause();
  }
}

/**
 * Streams the items of each group, group by group: first all of them by relevance, the highest first; then the first ones
 * by rank. Items that tie have the rank of the first of them. Groups come in parts by a hash of their name, each read from
 * the file anew, so that memory does not grow with rows.
 */
export async function streamRankedItems(
  connection: DuckDBConnection,
  request: RankedRequest,
  take: RankedItems,
  pacer: Pacer,
): Promise<void> {
  for (let part = 0; part < partsOf(request.rows); part++) await streamPart(connection, partSql(request, part), take, pacer);
}
