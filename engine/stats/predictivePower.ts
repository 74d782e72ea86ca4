import { CompensatedSum } from './compensatedSum.ts';

/** What is known of each row. */
export interface PredictionRows {
  /** The bin of its feature, from 0. */
  readonly bins: Int32Array;
  readonly numberOfBins: number;
  /** What is to be predicted: a number, or the class from 0 up to `classes`. NaN: the row is not used. */
  readonly target: Float64Array;
  /** null: the target is a number. */
  readonly classes: number | null;
}

interface Sums {
  readonly n: number;
  readonly sum: number;
  readonly rows: Float64Array;
  readonly sums: Float64Array;
}

/** Rows of each bin, and the sums of one output in it: the number itself, or whether the row is of one class. */
function gather({ bins, numberOfBins, target }: PredictionRows, ofClass: number | null): Sums {
  const rows = new Float64Array(numberOfBins);
  const sums = new Float64Array(numberOfBins);
  let [n, sum] = [0, 0];
  for (let row = 0; row < target.length; row++) {
    const value = target[row]!;
    if (Number.isNaN(value)) continue;
    const y = ofClass === null ? value : value === ofClass ? 1 : 0;
    rows[bins[row]!]!++;
    sums[bins[row]!]! += y;
    n++;
    sum += y;
  }
  return { n, sum, rows, sums };
}

/** Squared errors of rows with the value y in a bin when each is guessed from all other rows: by their bin, and by all of them. */
function leftOut({ n, sum, rows, sums }: Sums, bin: number, y: number): readonly [number, number] {
  const mean = (sum - y) / (n - 1);
  // One row's worth of the mean of all takes the place of the row that is left out: a bin with few rows says little.
  const guess = (sums[bin]! - y + mean) / rows[bin]!;
  return [(y - guess) ** 2, (y - mean) ** 2];
}

function errorsOfNumbers({ bins, target }: PredictionRows, sums: Sums): readonly [number, number] {
  const [error, base] = [new CompensatedSum(), new CompensatedSum()];
  for (let row = 0; row < target.length; row++) {
    if (Number.isNaN(target[row]!)) continue;
    const [own, all] = leftOut(sums, bins[row]!, target[row]!);
    error.add(own);
    base.add(all);
  }
  return [error.value, base.value];
}

function errorsOfClass(sums: Sums): readonly [number, number] {
  let [error, base] = [0, 0];
  for (let bin = 0; bin < sums.rows.length; bin++) {
    for (const y of [0, 1]) {
      const rows = y === 1 ? sums.sums[bin]! : sums.rows[bin]! - sums.sums[bin]!;
      if (rows === 0) continue;
      const [own, all] = leftOut(sums, bin, y);
      error += rows * own;
      base += rows * all;
    }
  }
  return [error, base];
}

/**
 * How well one feature alone predicts a target: the share by which the mean of its bin lowers the root mean squared error of
 * a row that is left out, against the mean of all others. For classes, the squared error of the share of each class.
 *
 * Must be true: arrays are of the same rows; numbers of the target are of moderate size (ranks, say).
 * Returns a share in [0, 1], 0 where it does no better than the mean; null where the target is constant or has fewer than two
 * rows.
 * Throws nothing.
 *
 * Source: our own, in the spirit of the predictive power score (F. Wetschoreck, 2020), with bins in place of a tree and each
 * row left out in place of folds.
 *
 * @example predictivePower({ bins: Int32Array.of(0, 1, 0, 1), numberOfBins: 2, target: Float64Array.of(0, 1, 0, 1), classes: null }) // → 0.5
 */
export function predictivePower(rows: PredictionRows): number | null {
  const outputs = rows.classes === null ? [null] : Array.from({ length: rows.classes }, (_, i) => i);
  let [error, base] = [0, 0];
  for (const output of outputs) {
    const sums = gather(rows, output);
    if (sums.n < 2) return null;
    const [own, all] = output === null ? errorsOfNumbers(rows, sums) : errorsOfClass(sums);
    error += own;
    base += all;
  }
  return base > 0 ? Math.max(0, 1 - Math.sqrt(error / base)) : null;
}
