import type { CategoryTable } from './categoryTables.ts';
import type { FoldMoments } from './crossProducts.ts';
import type { EncodedRow } from './rowReader.ts';

/** Puts rows through the principal axes and back, and measures what is lost. */
export class Reconstructor {
  /** What was lost of each column of the last row. */
  readonly lost: Float64Array;
  private readonly z: Float64Array;

  constructor(
    private readonly moments: Pick<FoldMoments, 'means' | 'deviations'>,
    private readonly tables: readonly CategoryTable[],
    private readonly axes: Float64Array,
  ) {
    const size = moments.means.length + tables.length;
    this.z = new Float64Array(size);
    this.lost = new Float64Array(size);
  }

  /** The length of what is lost of a row. */
  error({ numbers, codes }: EncodedRow): number {
    const { z, lost, tables, axes } = this;
    const { means, deviations } = this.moments;
    const size = z.length;
    for (let i = 0; i < numbers.length; i++) z[i] = (numbers[i]! - means[i]!) / deviations[i]!;
    for (let i = 0; i < tables.length; i++) z[numbers.length + i] = tables[i]![codes[i]! + 1]!;
    lost.set(z);
    for (let at = 0; at < axes.length; at += size) {
      let along = 0;
      for (let i = 0; i < size; i++) along += axes[at + i]! * z[i]!;
      for (let i = 0; i < size; i++) lost[i]! -= along * axes[at + i]!;
    }
    let squares = 0;
    for (let i = 0; i < size; i++) squares += lost[i]! * lost[i]!;
    return Math.sqrt(squares);
  }
}

/** Mean and spread of the errors of a piece, and what was lost of each column. */
export class ErrorTally {
  rows = 0;
  mean = 0;
  private squares = 0;
  private readonly columns: Float64Array;

  constructor(size: number) {
    this.columns = new Float64Array(size);
  }

  add(error: number, lost: Float64Array): void {
    this.rows++;
    const before = error - this.mean;
    this.mean += before / this.rows;
    this.squares += before * (error - this.mean);
    for (let i = 0; i < lost.length; i++) this.columns[i]! += lost[i]! * lost[i]!;
  }

  /** null for a single row. */
  get standardError(): number | null {
    return this.rows < 2 ? null : Math.sqrt(this.squares / (this.rows - 1) / this.rows);
  }

  /** Mean square of what was lost of each column. */
  get lostMeans(): Float64Array {
    return this.columns.map((sum) => sum / this.rows);
  }
}
