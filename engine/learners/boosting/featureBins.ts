/** Bins that may hold values; with the one for what is missing a bin fits into a byte. */
export const mostBins = 255;

/** Columns of doubles of equal length, one a feature; NaN is a missing value. */
export type FeatureColumns = readonly (Float64Array | Float32Array)[];

/** The borders of one feature: a value lies in the first bin whose upper border is not below it. */
export type Cuts = Float64Array;

export interface BinnedFeatures {
  readonly cuts: readonly Cuts[];
  /** Bin of each row, one array a feature. */
  readonly bins: readonly Uint8Array[];
  /** Bins of each feature that hold values; the one after them holds what is missing. */
  readonly counts: readonly number[];
}

/** `values` has room for as many as there are rows; it is used again for the next feature. */
function sortedValues(column: Float64Array | Float32Array, rows: Uint32Array, values: Float64Array): Float64Array {
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
function cutsOf(sorted: Float64Array, most: number): Cuts {
  const distinct: number[] = [];
  for (const value of sorted) {
    if (distinct.length > most) break;
    if (distinct.length === 0 || value !== distinct.at(-1)) distinct.push(value);
  }
  if (distinct.length <= most) return Float64Array.from(distinct.slice(1), (value, i) => between(distinct[i]!, value));
  const cuts: number[] = [];
  for (let bin = 1; bin < most; bin++) {
    const at = Math.floor((bin * sorted.length) / most);
    const cut = between(sorted[at - 1]!, sorted[at]!);
    if (cuts.length === 0 || cut > cuts.at(-1)!) cuts.push(cut);
  }
  return Float64Array.from(cuts);
}

export function binOf(value: number, cuts: Cuts): number {
  if (Number.isNaN(value)) return cuts.length + 1;
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
export function* binFeatures(features: FeatureColumns, rows: Uint32Array, most: number): Generator<void, BinnedFeatures, void> {
  const cuts: Cuts[] = [];
  const bins: Uint8Array[] = [];
  const room = new Float64Array(rows.length);
  for (const column of features) {
    const own = cutsOf(sortedValues(column, rows, room), Math.min(most, mostBins));
    const binned = new Uint8Array(rows.length);
    for (let i = 0; i < rows.length; i++) binned[i] = binOf(column[rows[i]!]!, own);
    cuts.push(own);
    bins.push(binned);
    yield;
  }
  return { cuts, bins, counts: cuts.map((own) => own.length + 1) };
}
