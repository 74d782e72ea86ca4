import type { DuckDBConnection } from '@duckdb/node-api';
import type { JobContext } from '../../jobs/pacer.ts';
import type { Database } from '../openDuckDb.ts';
import { presentText, wordList } from './textWords.ts';
import type { TextSide } from './textCounts.ts';

/** A table of shares, one a text that has words. */
export interface ShareTable {
  readonly view: string;
  readonly numberOfRows: number;
}

interface WordSides {
  readonly reference: TextSide;
  readonly current: TextSide;
  readonly emptyIsMissing: boolean;
}

const tables = { known: 'text_known_words', reference: 'text_unknown_reference', current: 'text_unknown_current' };

const wordsOf = ({ view, expression }: TextSide, emptyIsMissing: boolean): string =>
  `select ${wordList('x')} as words from (select ${presentText(expression, emptyIsMissing)} as x from ${view}) where x is not null`;

/** A word is known that occurs in `texts` texts of the reference. */
function sharesSql(table: string, words: string, texts: number): string {
  return `create or replace table ${table} as
    with listed as (select row_number() over () as id, words from (${words})), spread as (select id, unnest(words) as word from listed)
    select 1 - count(known.word) / count(*) as share
    from spread left join (select word from ${tables.known} where texts >= ${texts}) as known using (word) group by id`;
}

async function makeTables(connection: DuckDBConnection, sides: WordSides): Promise<void> {
  const reference = wordsOf(sides.reference, sides.emptyIsMissing);
  const spread = `select unnest(list_distinct(words)) as word from (${reference})`;
  await connection.run(`create or replace table ${tables.known} as select word, count(*) as texts from (${spread}) group by word`);
  await connection.run(sharesSql(tables.reference, reference, 2));
  await connection.run(sharesSql(tables.current, wordsOf(sides.current, sides.emptyIsMissing), 1));
}

async function sizeOf(connection: DuckDBConnection, view: string): Promise<ShareTable> {
  const counted = await connection.runAndReadAll(`select count(*)::double from ${view}`);
  return { view, numberOfRows: Number(counted.getRows()[0]![0]) };
}

/**
 * Hands over the share of each text's words that the reference does not know: for a text of current, words of no reference
 * text; for one of the reference itself, words of no other, so that both sides are measured alike. The tables go afterwards.
 */
export async function withUnknownWords<T>(
  database: Database,
  context: JobContext,
  sides: WordSides,
  use: (tables: { readonly reference: ShareTable; readonly current: ShareTable }) => Promise<T>,
): Promise<T> {
  return database.using(context.signal, async (connection) => {
    try {
      await makeTables(connection, sides);
      return await use({ reference: await sizeOf(connection, tables.reference), current: await sizeOf(connection, tables.current) });
    } finally {
      for (const table of Object.values(tables)) await connection.run(`drop table if exists ${table}`);
    }
  });
}
