import duckdb from '@duckdb/node-bindings';
import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';

/** What one column of one side holds, as read: the finite values in any order, and what else there was. */
export interface LoadedNumbers {
  /** A view into a reused buffer: valid until the next load. */
  readonly values: Float64Array;
  readonly nulls: number;
  readonly nan: number;
  readonly positiveInfinity: number;
  readonly negativeInfinity: number;
}

class Loading {
  length = 0;
  nulls = 0;
  nan = 0;
  positiveInfinity = 0;
  negativeInfinity = 0;

  constructor(private readonly buffer: Float64Array) {}

  /** Takes one vector: `validity` has a bit a row, or is absent where all rows are valid. */
  take(data: Float64Array, validity: Uint8Array | null, rows: number): void {
    const before = this.length;
    const valid = validity === null ? this.takeAll(data, rows) : this.takeValid(data, validity, rows);
    this.nulls += rows - valid;
    if (this.length - before === valid) return;
    for (let row = 0; row < rows; row++) {
      const isValid = validity === null || ((validity[row >> 3]! >> (row & 7)) & 1) === 1;
      const value = data[row]!;
      if (isValid && value - value !== 0) this.takeOther(value);
    }
  }

  // Both loops write each value and step on only past those that count: no branch to mispredict.
  private takeAll(data: Float64Array, rows: number): number {
    const { buffer } = this;
    let { length } = this;
    for (let row = 0; row < rows; row++) {
      const value = data[row]!;
      buffer[length] = value;
      length += value - value === 0 ? 1 : 0;
    }
    this.length = length;
    return rows;
  }

  private takeValid(data: Float64Array, validity: Uint8Array, rows: number): number {
    const { buffer } = this;
    let { length } = this;
    let valid = 0;
    for (let row = 0; row < rows; row++) {
      const value = data[row]!;
      const isValid = (validity[row >> 3]! >> (row & 7)) & 1;
      buffer[length] = value;
      valid += isValid;
      length += value - value === 0 ? isValid : 0;
    }
    this.length = length;
    return valid;
  }

  private takeOther(value: number): void {
    if (Number.isNaN(value)) this.nan++;
    else if (value > 0) this.positiveInfinity++;
    else this.negativeInfinity++;
  }

  finish(): LoadedNumbers {
    const { nulls, nan, positiveInfinity, negativeInfinity } = this;
    return { values: this.buffer.subarray(0, this.length), nulls, nan, positiveInfinity, negativeInfinity };
  }
}

/** Reads a chunk's vectors where they lie; the wrapper's own accessors cost several times as much. */
function takeChunk(chunk: DuckDBDataChunk, columns: readonly Loading[]): void {
  const rows = chunk.rowCount;
  for (let column = 0; column < columns.length; column++) {
    const vector = duckdb.data_chunk_get_vector(chunk.chunk, column);
    const bytes = duckdb.vector_get_data(vector, rows * 8);
    const data = new Float64Array(bytes.buffer, bytes.byteOffset, rows);
    const validity = duckdb.vector_get_validity(vector, Math.ceil(rows / 64) * 8) as Uint8Array | null;
    columns[column]!.take(data, validity, rows);
  }
}

/**
 * Streams columns of a view, each an expression that gives doubles, into buffers that hold the view's rows.
 * The connection must have no other open stream. Throws what the database throws.
 */
export async function loadNumbers(
  connection: DuckDBConnection,
  request: { view: string; expressions: readonly string[]; buffers: readonly Float64Array[]; where?: string },
  pacer: Pacer,
): Promise<LoadedNumbers[]> {
  const columns = request.expressions.map((_, i) => new Loading(request.buffers[i]!));
  const where = request.where === undefined ? '' : ` where ${request.where}`;
  const result = await connection.stream(`select ${request.expressions.join(', ')} from ${request.view}${where}`);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    takeChunk(chunk, columns);
    pacer.check();
  }
  return columns.map((column) => column.finish());
}
