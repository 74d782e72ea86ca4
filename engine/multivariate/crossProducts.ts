import type { CategoryTable } from './categoryTables.ts';
import type { EncodedRow } from './rowReader.ts';

/** What standardises a row on some pieces of the reference, and how its columns go together there. */
export interface FoldMoments {
  readonly means: Float64Array;
  readonly deviations: Float64Array;
  /** Correlations of numbers, then categories, by rows; 0 beside a column that does not vary there. */
  readonly correlations: Float64Array;
}

class PieceSums {
  rows = 0;
  readonly sums: Float64Array;
  readonly products: Float64Array;

  constructor(readonly size: number) {
    this.sums = new Float64Array(size);
    this.products = new Float64Array(size * size);
  }
}

/** Sums of the products with standardised categories, on all rows but those of one piece. */
class FoldSums {
  readonly withNumbers: Float64Array;
  readonly withCategories: Float64Array;

  constructor(
    readonly tables: readonly CategoryTable[],
    private readonly numbers: number,
  ) {
    this.withNumbers = new Float64Array(tables.length * numbers);
    this.withCategories = new Float64Array(tables.length * tables.length);
  }

  add({ numbers, codes }: EncodedRow): void {
    const { tables, withNumbers, withCategories } = this;
    for (let i = 0; i < tables.length; i++) {
      const z = tables[i]![codes[i]! + 1]!;
      for (let j = 0; j < this.numbers; j++) withNumbers[i * this.numbers + j]! += z * numbers[j]!;
      for (let j = i; j < tables.length; j++) withCategories[i * tables.length + j]! += z * tables[j]![codes[j]! + 1]!;
    }
  }
}

/** The standard deviation from the mean of squares; 0 where nothing but rounding is left of it. */
function spread(meanSquare: number, mean: number): number {
  const variance = meanSquare - mean * mean;
  return variance > 1e-13 * meanSquare ? Math.sqrt(variance) : 0;
}

/** Gathers in one pass what the correlations without each piece, and with all of them, need. */
export class CrossProducts {
  private readonly byPiece: readonly PieceSums[];
  private readonly folds: readonly FoldSums[];

  /** `tables[fold]` leaves piece `fold` out; the last one leaves none out, and there may be but that one. */
  constructor(
    private readonly numbers: number,
    pieces: number,
    private readonly tables: readonly (readonly CategoryTable[])[],
  ) {
    this.byPiece = Array.from({ length: pieces }, () => new PieceSums(numbers));
    this.folds = tables.map((each) => new FoldSums(each, numbers));
  }

  add(row: EncodedRow, piece: number): void {
    const own = this.byPiece[piece]!;
    const { sums, products, size } = own;
    own.rows++;
    for (let i = 0; i < size; i++) {
      const x = row.numbers[i]!;
      sums[i]! += x;
      for (let j = i; j < size; j++) products[i * size + j]! += x * row.numbers[j]!;
    }
    if (row.codes.length === 0) return;
    const last = this.folds.length - 1;
    for (let fold = 0; fold <= last; fold++) if (fold === last || fold !== piece) this.folds[fold]!.add(row);
  }

  private without(leftOut: number | null): PieceSums {
    const all = new PieceSums(this.numbers);
    this.byPiece.forEach(({ rows, sums, products }, piece) => {
      if (piece === leftOut) return;
      all.rows += rows;
      sums.forEach((value, i) => (all.sums[i]! += value));
      products.forEach((value, i) => (all.products[i]! += value));
    });
    return all;
  }

  /** The moments of one fold, as numbered by the tables. */
  moments(fold: number): FoldMoments {
    const { numbers } = this;
    const { rows, sums, products } = this.without(fold === this.tables.length - 1 ? null : fold);
    const { tables, withNumbers, withCategories } = this.folds[fold]!;
    const size = numbers + tables.length;
    const means = sums.map((sum) => sum / rows);
    const deviations = means.map((mean, i) => spread(products[i * numbers + i]! / rows, mean));
    const correlations = new Float64Array(size * size);
    const set = (i: number, j: number, value: number): void => {
      const known = Number.isFinite(value) ? value : 0;
      correlations[i * size + j] = known;
      correlations[j * size + i] = known;
    };
    for (let i = 0; i < numbers; i++) {
      for (let j = i; j < numbers; j++) {
        const covariance = products[i * numbers + j]! / rows - means[i]! * means[j]!;
        set(i, j, covariance / (deviations[i]! * deviations[j]!));
      }
    }
    for (let i = 0; i < tables.length; i++) {
      for (let j = 0; j < numbers; j++) set(numbers + i, j, withNumbers[i * numbers + j]! / rows / deviations[j]!);
      for (let j = i; j < tables.length; j++) set(numbers + i, numbers + j, withCategories[i * tables.length + j]! / rows);
    }
    return { means, deviations: deviations.map((value) => (value > 0 ? value : 1)), correlations };
  }
}
