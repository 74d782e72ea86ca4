import type { RowBlock } from '../data/evidence/rowBlocks.ts';
import type { SegmentColumn } from './segmentColumns.ts';

/** One column, or two of them, by their place among the segment columns. */
export type Cut = readonly [number] | readonly [number, number];

/** Sums over some rows: of their errors (of those that have one) and of their missing cells. */
export interface RowSums {
  readonly rows: number;
  readonly error: { readonly n: number; readonly sum: number; readonly squares: number };
  readonly missing: { readonly n: number; readonly sum: number; readonly squares: number };
}

const statistics = 6;
const longestBlock = 2048;

/**
 * Gathers, for each cell of some cuts, how many rows it has, their errors and missing cells, and how the rows spread over the
 * bins of every other column. Memory grows with cells, not with rows.
 */
export class CutTables {
  private readonly sums: Float64Array[];
  private readonly counts: Float64Array[];
  private readonly widths: readonly number[];
  private readonly offsets: readonly number[];
  private readonly width: number;
  private readonly cell = new Int32Array(longestBlock);

  /** `compared` names the columns, by their place, whose spread is counted; `withSpread` the cuts that need it. */
  constructor(
    private readonly columns: readonly SegmentColumn[],
    readonly cuts: readonly Cut[],
    private readonly compared: readonly number[],
    private readonly withSpread: (cut: Cut) => boolean = () => true,
  ) {
    this.widths = compared.map((column) => columns[column]!.bins);
    let width = 0;
    this.offsets = this.widths.map((bins) => (width += bins) - bins);
    this.width = width;
    this.sums = cuts.map((cut) => new Float64Array(this.cells(cut) * statistics));
    this.counts = cuts.map((cut) => new Float64Array(withSpread(cut) ? this.cells(cut) * width : 0));
  }

  private cells([a, b]: Cut): number {
    return this.columns[a]!.bins * (b === undefined ? 1 : this.columns[b]!.bins);
  }

  /** Takes rows: the bins of every segment column, then the error and the number of missing cells. */
  push({ columns, rows }: RowBlock): void {
    const errors = columns[this.columns.length]!;
    const missing = columns[this.columns.length + 1]!;
    this.cuts.forEach((cut, at) => {
      this.placeRows(cut, columns, rows);
      this.addSums(this.sums[at]!, errors, missing, rows);
      if (this.withSpread(cut)) this.addCounts(this.counts[at]!, columns, rows);
    });
  }

  private placeRows([a, b]: Cut, columns: readonly Float64Array[], rows: number): void {
    const { cell } = this;
    const first = columns[a]!;
    for (let row = 0; row < rows; row++) cell[row] = first[row]!;
    if (b === undefined) return;
    const [second, bins] = [columns[b]!, this.columns[b]!.bins];
    for (let row = 0; row < rows; row++) cell[row] = cell[row]! * bins + second[row]!;
  }

  private addSums(sums: Float64Array, errors: Float64Array, missing: Float64Array, rows: number): void {
    for (let row = 0; row < rows; row++) {
      const at = this.cell[row]! * statistics;
      const [error, gaps] = [errors[row]!, missing[row]!];
      sums[at]!++;
      sums[at + 4]! += gaps;
      sums[at + 5]! += gaps * gaps;
      if (error !== error) continue;
      sums[at + 1]!++;
      sums[at + 2]! += error;
      sums[at + 3]! += error * error;
    }
  }

  private addCounts(counts: Float64Array, columns: readonly Float64Array[], rows: number): void {
    const { cell, width } = this;
    this.compared.forEach((column, place) => {
      const [bins, offset] = [columns[column]!, this.offsets[place]!];
      for (let row = 0; row < rows; row++) counts[cell[row]! * width + offset + bins[row]!]!++;
    });
  }

  /** The sums over some cells of a cut. */
  sumsOf(cut: number, cells: readonly number[]): RowSums {
    const table = this.sums[cut]!;
    const total = new Float64Array(statistics);
    for (const cell of cells) for (let i = 0; i < statistics; i++) total[i]! += table[cell * statistics + i]!;
    const [rows = 0, n = 0, sum = 0, squares = 0, gaps = 0, gapSquares = 0] = total;
    return { rows, error: { n, sum, squares }, missing: { n: rows, sum: gaps, squares: gapSquares } };
  }

  /** How the rows of some cells of a cut spread over the bins of each compared column. */
  spreadOf(cut: number, cells: readonly number[]): Float64Array[] {
    const table = this.counts[cut]!;
    return this.widths.map((bins, place) => {
      const spread = new Float64Array(bins);
      for (const cell of cells) {
        const from = cell * this.width + this.offsets[place]!;
        for (let bin = 0; bin < bins; bin++) spread[bin]! += table[from + bin]!;
      }
      return spread;
    });
  }

  /** All cells of a cut. */
  allCells(cut: number): number[] {
    return Array.from({ length: this.cells(this.cuts[cut]!) }, (_, i) => i);
  }
}
