import type { RowBlock } from '../data/evidence/rowBlocks.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';

/** Where a column lies and how wide it spreads, so that its sums keep their digits. Rough figures will do. */
export interface Scale {
  readonly centre: number;
  readonly spread: number;
}

const sumsPerPair = 6;
/** Below this share of its squares the rest of a sum is rounding: the column is constant on these rows. */
const leastSpread = 1e-14;

export const pairCount = (columns: number): number => (columns < 2 ? 0 : (columns * (columns - 1)) / 2);

/** The place of a pair i < j among all pairs of `count` columns. */
export function pairIndex(i: number, j: number, count: number): number {
  return i * count - (i * (i + 1)) / 2 + (j - i - 1);
}

/**
 * Pearson's correlation of every pair of columns, each over the rows where both have a value, in one pass over rows that
 * come in blocks. Columns are centred first, and a pair whose columns have all their values in a block costs one product
 * a row. Memory grows with pairs, not with rows.
 */
export class CoMoments {
  private readonly sums: Float64Array;
  private readonly values: Float64Array[];
  private readonly complete: boolean[];
  private readonly own: Float64Array;

  constructor(
    private readonly scales: readonly Scale[],
    blockRows = 2048,
  ) {
    const count = scales.length;
    this.sums = new Float64Array(sumsPerPair * pairCount(count));
    this.values = scales.map(() => new Float64Array(blockRows));
    this.complete = scales.map(() => true);
    this.own = new Float64Array(2 * count);
  }

  /** Takes the columns of one block, in the order of the scales. */
  push({ columns, rows }: RowBlock): void {
    const count = this.scales.length;
    for (let i = 0; i < count; i++) this.centre(i, columns[i]!, rows);
    let at = 0;
    for (let i = 0; i < count; i++) {
      for (let j = i + 1; j < count; j++, at += sumsPerPair) {
        if (this.complete[i] && this.complete[j]) this.addComplete(at, i, j, rows);
        else this.addShared(at, i, j, rows);
      }
    }
  }

  private centre(column: number, given: Float64Array, rows: number): void {
    const { centre, spread } = this.scales[column]!;
    const values = this.values[column]!;
    let [sum, squares, missing] = [0, 0, 0];
    for (let row = 0; row < rows; row++) {
      const value = (given[row]! - centre) / spread;
      values[row] = value;
      sum += value;
      squares += value * value;
      if (value !== value) missing++;
    }
    this.complete[column] = missing === 0;
    this.own[2 * column] = sum;
    this.own[2 * column + 1] = squares;
  }

  private addComplete(at: number, i: number, j: number, rows: number): void {
    const { sums, own } = this;
    const [x, y] = [this.values[i]!, this.values[j]!];
    let products = 0;
    for (let row = 0; row < rows; row++) products += x[row]! * y[row]!;
    sums[at]! += rows;
    sums[at + 1]! += own[2 * i]!;
    sums[at + 2]! += own[2 * j]!;
    sums[at + 3]! += own[2 * i + 1]!;
    sums[at + 4]! += own[2 * j + 1]!;
    sums[at + 5]! += products;
  }

  private addShared(at: number, i: number, j: number, rows: number): void {
    const { sums } = this;
    const [x, y] = [this.values[i]!, this.values[j]!];
    let [n, sumX, sumY, squaresX, squaresY, products] = [0, 0, 0, 0, 0, 0];
    for (let row = 0; row < rows; row++) {
      const [a, b] = [x[row]!, y[row]!];
      const product = a * b;
      if (product !== product) continue;
      n++;
      sumX += a;
      sumY += b;
      squaresX += a * a;
      squaresY += b * b;
      products += product;
    }
    sums[at]! += n;
    sums[at + 1]! += sumX;
    sums[at + 2]! += sumY;
    sums[at + 3]! += squaresX;
    sums[at + 4]! += squaresY;
    sums[at + 5]! += products;
  }

  /** Rows where both columns of the pair have a value. */
  rows(pair: number): number {
    return this.sums[pair * sumsPerPair]!;
  }

  /** The correlation of the pair, or why there is none. */
  correlation(pair: number): MetricValue {
    const [n, sumX, sumY, squaresX, squaresY, products] = this.sums.subarray(pair * sumsPerPair, (pair + 1) * sumsPerPair) as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    if (n < 2) return { none: n === 0 ? 'no-valid-values' : 'too-few-rows' };
    const spreadX = squaresX - (sumX * sumX) / n;
    const spreadY = squaresY - (sumY * sumY) / n;
    if (spreadX <= leastSpread * squaresX || spreadY <= leastSpread * squaresY) return { none: 'constant' };
    const correlation = (products - (sumX * sumY) / n) / Math.sqrt(spreadX) / Math.sqrt(spreadY);
    return Number.isFinite(correlation) ? Math.max(-1, Math.min(1, correlation)) : { none: 'not-finite' };
  }
}
