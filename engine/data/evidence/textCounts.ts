import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';
import type { DatasetColumn } from '../dataset.ts';
import { quoteName } from '../quote.ts';

/** A frequent category of one side. */
export interface FrequentCategory {
  readonly value: string;
  readonly count: number;
}

export interface SideCategories {
  readonly nulls: number;
  readonly emptyStrings: number;
  /** Values that count: not null, and not empty where empty strings count as missing. */
  readonly valid: number;
  readonly distinct: number;
  readonly frequent: readonly FrequentCategory[];
}

/** The distinct values of both sides with their counts, in ascending order by code point. */
export interface CategoryTable {
  readonly reference: SideCategories;
  readonly current: SideCategories;
  readonly pooledDistinct: number;
  readonly counts: { readonly reference: Float64Array; readonly current: Float64Array };
  /** The values that belong to `counts`; null where there are too many to hold. */
  readonly values: readonly string[] | null;
}

/** Beyond this many distinct values only the counts and the frequent values are kept. */
const mostValues = 100_000;
const mostFrequent = 20;

class Growing {
  private values = new Float64Array(256);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Float64Array(this.values.length * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.length++] = value;
  }

  take(): Float64Array {
    return this.values.slice(0, this.length);
  }
}

class SideTally {
  nulls = 0;
  emptyStrings = 0;
  valid = 0;
  distinct = 0;
  private readonly frequent: FrequentCategory[] = [];

  /** Counts one distinct value; `read` fetches its text only when it is needed. */
  add(count: number, read: () => string): void {
    if (count === 0) return;
    this.valid += count;
    this.distinct++;
    const last = this.frequent.at(-1);
    if (this.frequent.length === mostFrequent && last !== undefined && last.count >= count) return;
    let at = this.frequent.length;
    while (at > 0 && this.frequent[at - 1]!.count < count) at--;
    this.frequent.splice(at, 0, { value: read(), count });
    if (this.frequent.length > mostFrequent) this.frequent.pop();
  }

  finish(): SideCategories {
    const { nulls, emptyStrings, valid, distinct, frequent } = this;
    return { nulls, emptyStrings, valid, distinct, frequent };
  }
}

class CategoryCollector {
  private readonly reference = new SideTally();
  private readonly current = new SideTally();
  private readonly referenceCounts = new Growing();
  private readonly currentCounts = new Growing();
  private values: string[] | null = [];

  constructor(private readonly emptyIsMissing: boolean) {}

  take(chunk: DuckDBDataChunk): void {
    const texts = chunk.getColumnVector(0);
    const referenceCounts = chunk.getColumnVector(1);
    const currentCounts = chunk.getColumnVector(2);
    for (let row = 0; row < chunk.rowCount; row++) {
      const read = (): string => texts.getItem(row) as string;
      const counts = { reference: referenceCounts.getItem(row) as number, current: currentCounts.getItem(row) as number };
      this.add(counts, this.nullsDone ? false : texts.getItem(row) === null, read);
    }
  }

  /** Nulls come first, then the empty text, then all others. */
  private nullsDone = false;

  private add({ reference, current }: { reference: number; current: number }, isNull: boolean, read: () => string): void {
    if (isNull) {
      this.reference.nulls += reference;
      this.current.nulls += current;
      return;
    }
    const isFirst = !this.nullsDone;
    this.nullsDone = true;
    if (isFirst && read() === '') {
      this.reference.emptyStrings += reference;
      this.current.emptyStrings += current;
      if (this.emptyIsMissing) return;
    }
    this.referenceCounts.push(reference);
    this.currentCounts.push(current);
    if (this.values !== null) this.values.push(read());
    if (this.values !== null && this.values.length > mostValues) this.values = null;
    this.reference.add(reference, read);
    this.current.add(current, read);
  }

  private get pooled(): number {
    return this.referenceCounts.length;
  }

  finish(): CategoryTable {
    return {
      reference: this.reference.finish(),
      current: this.current.finish(),
      pooledDistinct: this.pooled,
      counts: { reference: this.referenceCounts.take(), current: this.currentCounts.take() },
      values: this.values,
    };
  }
}

/** SQL that gives a column as text; fractions all in one form. */
export function textExpression({ column, family }: DatasetColumn): string {
  return family === 'fraction' ? `${quoteName(column)}::double::varchar` : `${quoteName(column)}::varchar`;
}

/** One side of the query: a view and an expression that gives text. */
export interface TextSide {
  readonly view: string;
  readonly expression: string;
}

function groupSql(reference: TextSide | null, current: TextSide | null): string {
  const parts = [];
  if (reference !== null)
    parts.push(
      `select value, count(*) as reference, 0 as current from (select ${reference.expression} as value from ${reference.view}) group by value`,
    );
  if (current !== null)
    parts.push(
      `select value, 0 as reference, count(*) as current from (select ${current.expression} as value from ${current.view}) group by value`,
    );
  return `select value, sum(reference)::double, sum(current)::double from (${parts.join(' union all ')}) group by value order by value nulls first`;
}

/** Counts the distinct values of one column on both sides in one query. Memory grows with distinct values only. */
export async function countCategories(
  connection: DuckDBConnection,
  request: { reference: TextSide | null; current: TextSide | null; emptyIsMissing: boolean },
  pacer: Pacer,
): Promise<CategoryTable> {
  const collector = new CategoryCollector(request.emptyIsMissing);
  const result = await connection.stream(groupSql(request.reference, request.current));
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    collector.take(chunk);
    await pacer.pause();
  }
  return collector.finish();
}
