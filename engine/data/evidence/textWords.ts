import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';
import type { TextSide } from './textCounts.ts';

/** SQL that gives the words of a text in lower case: unbroken runs of letters and digits of any script. */
export function wordList(text: string): string {
  return String.raw`regexp_extract_all(lower(${text}), '[\p{L}\p{N}]+')`;
}

/** SQL that gives the share of the characters of a text that are not letters; null for the empty text. */
export function nonLetterShare(text: string): string {
  return String.raw`(1 - length(regexp_replace(${text}, '\PL+', '', 'g')) / nullif(length(${text}), 0))`;
}

/** A text that is there: not null, and not empty where empty texts count as missing. */
export function presentText(expression: string, emptyIsMissing: boolean): string {
  return emptyIsMissing ? `nullif(${expression}, '')` : expression;
}

/** Only so many words of a text are looked at for its content. */
export const mostWords = 100;

/** Which rows of both sides to take, by their ranks among all texts of that side, ascending. */
export interface WantedTexts {
  readonly reference: TextSide | null;
  readonly current: TextSide | null;
  readonly emptyIsMissing: boolean;
  readonly ranks: { readonly reference: Float64Array; readonly current: Float64Array };
}

/** Takes texts at given ranks from a side that passes by in ascending order. */
class RankedTexts {
  readonly texts: string[] = [];
  private next = 0;
  private seen = 0;

  constructor(private readonly ranks: Float64Array) {}

  take(count: number, read: () => string): void {
    this.seen += count;
    for (; this.next < this.ranks.length && this.ranks[this.next]! < this.seen; this.next++) this.texts.push(read());
  }
}

function groupedWords({ reference, current, emptyIsMissing }: WantedTexts): string {
  const part = (side: TextSide, name: string, counts: string): string => {
    const present = presentText(side.expression, emptyIsMissing);
    return `select array_to_string(${wordList('x')}[1:${mostWords}], ' ') as words, ${counts} from (select ${present} as x from ${side.view}) as ${name} where x is not null group by words`;
  };
  const parts = [
    ...(reference === null ? [] : [part(reference, 'r', 'count(*) as reference, 0 as current')]),
    ...(current === null ? [] : [part(current, 'c', '0 as reference, count(*) as current')]),
  ];
  return `select words, sum(reference)::double, sum(current)::double from (${parts.join(' union all ')}) group by words order by words`;
}

/**
 * The first words of sampled texts of both sides, in ascending order. What is drawn depends on the texts and the ranks
 * alone, not on the order of rows; memory grows with the ranks only.
 */
export async function sampleTextWords(
  connection: DuckDBConnection,
  wanted: WantedTexts,
  pacer: Pacer,
): Promise<{ reference: readonly string[]; current: readonly string[] }> {
  const sides = { reference: new RankedTexts(wanted.ranks.reference), current: new RankedTexts(wanted.ranks.current) };
  const result = await connection.stream(groupedWords(wanted));
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    const [words, reference, current] = [chunk.getColumnVector(0), chunk.getColumnVector(1), chunk.getColumnVector(2)];
    for (let row = 0; row < chunk.rowCount; row++) {
      const read = (): string => words.getItem(row) as string;
      sides.reference.take(reference.getItem(row) as number, read);
      sides.current.take(current.getItem(row) as number, read);
    }
    await pacer.pause();
  }
  return { reference: sides.reference.texts, current: sides.current.texts };
}
