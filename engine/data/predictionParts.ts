import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import duckdb from '@duckdb/node-bindings';
import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  DuckDBDataChunk,
  FLOAT,
  INTEGER,
  UBIGINT,
  type DuckDBAppender,
  type DuckDBConnection,
  type DuckDBType,
} from '@duckdb/node-api';
import { quoteName, quoteText } from './quote.ts';

/** A column of predictions as it is stored. */
export interface PartColumn {
  readonly column: string;
  readonly type: 'FLOAT' | 'DOUBLE' | 'BIGINT' | 'UBIGINT' | 'BOOLEAN' | 'VARCHAR';
}

type PartCells = ArrayLike<unknown> & { readonly length: number };

const types: { readonly [K in PartColumn['type']]: DuckDBType } = {
  FLOAT,
  DOUBLE,
  BIGINT,
  UBIGINT,
  BOOLEAN,
  VARCHAR: INTEGER,
};

const longestChunk = 2048;

/** Text is kept as numbers of a list while it is gathered; the list is written out with the part. */
class TextCodes {
  readonly values: string[] = [];
  private readonly codes = new Map<string, number>();

  codesOf(texts: ArrayLike<unknown>, from: number, count: number): Int32Array {
    return Int32Array.from({ length: count }, (_, i) => this.codeOf(String(texts[from + i])));
  }

  private codeOf(text: string): number {
    const known = this.codes.get(text);
    if (known !== undefined) return known;
    this.codes.set(text, this.values.length);
    return this.values.push(text) - 1;
  }
}

/**
 * Gathers predictions in the order of rows and writes them as parquet files of so many rows, so that work that was
 * stopped can go on. The folder must be one that the database may write to.
 */
export class PredictionParts {
  private appender: DuckDBAppender | null = null;
  private texts: (TextCodes | null)[] = [];
  private held = 0;

  constructor(
    private readonly connection: DuckDBConnection,
    private readonly columns: readonly PartColumn[],
    private readonly folder: string,
    private readonly partRows: number,
    private written: number,
  ) {}

  /** Adds rows; true when a part was written. */
  async add(cells: readonly PartCells[], rows: number): Promise<boolean> {
    let finished = false;
    for (let from = 0; from < rows;) {
      const count = Math.min(rows - from, longestChunk, this.partRows - this.held);
      await this.append(cells, from, count);
      from += count;
      if (this.held === this.partRows) {
        await this.flush();
        finished = true;
      }
    }
    return finished;
  }

  /** Writes what is held as the last part. */
  async end(): Promise<void> {
    if (this.held > 0 || this.written === 0) await this.flush();
  }

  private async open(): Promise<DuckDBAppender> {
    const columns = this.columns.map(({ type }, i) => `c${i} ${type === 'VARCHAR' ? 'INTEGER' : type}`);
    await this.connection.run(`create or replace temp table part (${columns.join(', ')})`);
    this.texts = this.columns.map(({ type }) => (type === 'VARCHAR' ? new TextCodes() : null));
    return this.connection.createAppender('part');
  }

  private async append(cells: readonly PartCells[], from: number, count: number): Promise<void> {
    this.appender ??= await this.open();
    const chunk = DuckDBDataChunk.create(
      this.columns.map(({ type }) => types[type]),
      count,
    );
    this.columns.forEach((_, i) => {
      const codes = this.texts[i];
      const data =
        codes == null ? (cells[i] as unknown as Float64Array).subarray(from, from + count) : codes.codesOf(cells[i]!, from, count);
      const vector = duckdb.data_chunk_get_vector(chunk.chunk, i);
      duckdb.copy_data_to_vector(vector, 0, data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
    });
    this.appender.appendDataChunk(chunk);
    this.held += count;
  }

  private async flush(): Promise<void> {
    this.appender ??= await this.open();
    this.appender.closeSync();
    this.appender = null;
    const named = this.columns.map(({ column }, i) => `${this.valueSql(i)} as ${quoteName(column)}`);
    for (const [i, codes] of this.texts.entries()) {
      if (codes !== null) await this.connection.run(`set variable texts${i} = [${codes.values.map(quoteText).join(', ')}]::varchar[]`);
    }
    const path = join(this.folder, partName(this.written));
    const options = '(format parquet, compression zstd)';
    await this.connection.run(`copy (select ${named.join(', ')} from part) to ${quoteText(`${path}.tmp`)} ${options}`);
    await rename(`${path}.tmp`, path);
    this.written += 1;
    this.held = 0;
  }

  private valueSql(i: number): string {
    return this.texts[i] === null ? `c${i}` : `getvariable('texts${i}')[c${i} + 1]`;
  }
}

/** The name of the file of one part, so that names sort as rows do. */
export function partName(index: number): string {
  return `part-${String(index).padStart(6, '0')}.parquet`;
}

/** What joins the parts to the rows they belong to. */
export interface PartsToJoin {
  /** What stands after FROM to read the rows in order. */
  readonly view: string;
  readonly parts: readonly string[];
  /** Columns of the rows that are kept. */
  readonly keep: readonly string[];
  readonly predictions: readonly PartColumn[];
  /** Columns with one value in every row. */
  readonly constants: readonly { readonly column: string; readonly value: string }[];
  readonly path: string;
}

/** Writes rows and their predictions side by side as one parquet file. The connection must keep the order of rows. */
export async function joinParts(connection: DuckDBConnection, request: PartsToJoin): Promise<void> {
  const { view, parts, keep, predictions, constants, path } = request;
  const kept = keep.map((column) => `rows.${quoteName(column)}`);
  const predicted = predictions.map(({ column }) => `parts.${quoteName(column)}`);
  const fixed = constants.map(({ column, value }) => `${quoteText(value)} as ${quoteName(column)}`);
  const from =
    keep.length === 0
      ? `read_parquet([${parts.map(quoteText).join(', ')}]) as parts`
      : `(select ${keep.map(quoteName).join(', ')} from ${view}) as rows positional join (select * from read_parquet([${parts.map(quoteText).join(', ')}])) as parts`;
  const sql = `select ${[...kept, ...predicted, ...fixed].join(', ')} from ${from}`;
  await connection.run(`copy (${sql}) to ${quoteText(path)} (format parquet, compression zstd)`);
}
