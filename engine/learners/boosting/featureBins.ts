/** Bins that hold values; one more is kept for what is missing. */
export const mostBins = 255;
export const missingBin = 255;
export const binSlots = 256;

/** Columns of doubles of equal length, one a feature; NaN is a missing value. */
export type FeatureColumns = readonly (Float64Array | Float32Array)[];

/** The borders of one feature: a value lies in the first bin whose upper border is not below it. */
export type Cuts = Float64Array;

export interface BinnedFeatures {
  readonly cuts: readonly Cuts[];
  /** Bin of each row, one array a feature. */
  readonly bins: readonly Uint8Array[];
}

function sortedValues(column: Float64Array | Float32Array, rows: Uint32Array): Float64Array {
  const values = new Float64Array(rows.length);
  let n = 0;
  for (const row of rows) {
    const value = column[row]!;
    if (!Number.isNaN(value)) values[n++] = value;
  }
  return values.subarray(0, n).sort();
}

/** Between two neighbours; the lower one where no number lies between them, or one of them is infinite. */
function between(lower: number, upper: number): number {
  const middle = lower / 2 + upper / 2;
  return Number.isFinite(middle) && middle < upper ? middle : lower;
}

/** Borders between all distinct values where they are few, else between quantiles of equal shares. */
function cutsOf(sorted: Float64Array): Cuts {
  const distinct: number[] = [];
  for (const value of sorted) {
    if (distinct.length > mostBins) break;
    if (distinct.length === 0 || value !== distinct.at(-1)) distinct.push(value);
  }
  if (distinct.length <= mostBins) return Float64Array.from(distinct.slice(1), (value, i) => between(distinct[i]!, value));
  const cuts: number[] = [];
  for (let bin = 1; bin < mostBins; bin++) {
    const at = Math.floor((bin * sorted.length) / mostBins);
    const cut = between(sorted[at - 1]!, sorted[at]!);
    if (cuts.length === 0 || cut > cuts.at(-1)!) cuts.push(cut);
  }
  return Float64Array.from(cuts);
}

export function binOf(value: number, cuts: Cuts): number {
  if (Number.isNaN(value)) return missingBin;
  let from = 0;
  let to = cuts.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (value <= cuts[middle]!) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Bins the features, with borders from the given rows; the bins of other rows are never read. Yields after each feature. */
export function* binFeatures(features: FeatureColumns, rows: Uint32Array): Generator<void, BinnedFeatures, void> {
  const cuts: Cuts[] = [];
  const bins: Uint8Array[] = [];
  for (const column of features) {
    const own = cutsOf(sortedValues(column, rows));
    const binned = new Uint8Array(rows.length);
    for (let i = 0; i < rows.length; i++) binned[i] = binOf(column[rows[i]!]!, own);
    cuts.push(own);
    bins.push(binned);
    yield;
  }
  return { cuts, bins };
}
