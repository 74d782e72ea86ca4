/** What is known of each row. */
export interface PredictionRows {
  /** The bin of its feature, from 0. */
  readonly bins: Int32Array;
  readonly numberOfBins: number;
  /** The fold it is held out in, from 0. */
  readonly folds: Uint8Array;
  readonly numberOfFolds: number;
  /** What is to be predicted: a number, or the class from 0 up to `classes`. NaN: the row is not used. */
  readonly target: Float64Array;
  /** null: the target is a number. */
  readonly classes: number | null;
}

interface FoldSums {
  readonly n: Float64Array;
  readonly sum: Float64Array;
  readonly squares: Float64Array;
}

/** Sums of one output by bin and fold: the number itself, or whether the row is of one class. */
function gather({ bins, numberOfBins, folds, numberOfFolds, target }: PredictionRows, ofClass: number | null): FoldSums {
  const cells = numberOfBins * numberOfFolds;
  const sums = { n: new Float64Array(cells), sum: new Float64Array(cells), squares: new Float64Array(cells) };
  for (let row = 0; row < target.length; row++) {
    const value = target[row]!;
    if (Number.isNaN(value)) continue;
    const cell = bins[row]! * numberOfFolds + folds[row]!;
    const y = ofClass === null ? value : value === ofClass ? 1 : 0;
    sums.n[cell]!++;
    sums.sum[cell]! += y;
    sums.squares[cell]! += y * y;
  }
  return sums;
}

const errorOf = (n: number, sum: number, squares: number, guess: number): number => squares - 2 * guess * sum + n * guess * guess;

/** Squared errors of the held-out rows, by the mean of their bin and by the mean of all, both from the other folds. */
function heldOut({ n, sum, squares }: FoldSums, numberOfBins: number, numberOfFolds: number): { error: number; base: number } {
  const ofFold = new Float64Array(2 * numberOfFolds);
  for (let cell = 0; cell < n.length; cell++) {
    ofFold[2 * (cell % numberOfFolds)]! += n[cell]!;
    ofFold[2 * (cell % numberOfFolds) + 1]! += sum[cell]!;
  }
  let [allRows, allSum] = [0, 0];
  for (let fold = 0; fold < numberOfFolds; fold++) {
    allRows += ofFold[2 * fold]!;
    allSum += ofFold[2 * fold + 1]!;
  }
  let [error, base] = [0, 0];
  for (let bin = 0; bin < numberOfBins; bin++) {
    let [binRows, binSum] = [0, 0];
    for (let cell = bin * numberOfFolds; cell < (bin + 1) * numberOfFolds; cell++) {
      binRows += n[cell]!;
      binSum += sum[cell]!;
    }
    for (let fold = 0; fold < numberOfFolds; fold++) {
      const cell = bin * numberOfFolds + fold;
      if (n[cell] === 0) continue;
      const others = allRows - ofFold[2 * fold]!;
      const mean = others === 0 ? 0 : (allSum - ofFold[2 * fold + 1]!) / others;
      // One row's worth of the mean of all: a bin with few rows says little, and an empty one nothing.
      const guess = (binSum - sum[cell]! + mean) / (binRows - n[cell]! + 1);
      error += errorOf(n[cell]!, sum[cell]!, squares[cell]!, guess);
      base += errorOf(n[cell]!, sum[cell]!, squares[cell]!, mean);
    }
  }
  return { error, base };
}

/**
 * How well one feature alone predicts a target: the share by which the mean of its bin lowers the root mean squared error of
 * held-out rows, against the mean of all. For classes, the squared error of the share of each class.
 *
 * Must be true: arrays are of the same rows; numbers of the target are of moderate size (ranks, say).
 * Returns a share in [0, 1], 0 where it does no better than the mean; null where the target is constant.
 * Throws nothing.
 *
 * Source: our own, in the spirit of the predictive power score (F. Wetschoreck, 2020), with bins in place of a tree.
 *
 * @example predictivePower({ bins: Int32Array.of(0, 1, 0, 1), numberOfBins: 2, folds: Uint8Array.of(0, 0, 1, 1), numberOfFolds: 2, target: Float64Array.of(0, 1, 0, 1), classes: null }) // → 0.5
 */
export function predictivePower(rows: PredictionRows): number | null {
  const outputs = rows.classes === null ? [null] : Array.from({ length: rows.classes }, (_, i) => i);
  let [error, base] = [0, 0];
  for (const output of outputs) {
    const found = heldOut(gather(rows, output), rows.numberOfBins, rows.numberOfFolds);
    error += found.error;
    base += found.base;
  }
  return base > 0 ? Math.max(0, 1 - Math.sqrt(Math.max(0, error) / base)) : null;
}
