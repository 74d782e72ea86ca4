/** A column by ranks: what Spearman's and Kendall's coefficients need of it. */
export interface RankedColumn {
  /** By row: the place of its value among the distinct ones, from 0; −1 where there is no value. */
  readonly level: Int32Array;
  /** Rows with a value, by ascending value. */
  readonly order: Int32Array;
  /** Rows at each level. */
  readonly counts: Int32Array;
}

function levelOf(distinct: Float64Array, value: number): number {
  let from = 0;
  let to = distinct.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (distinct[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

function distinctOf(values: Float64Array): Float64Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  let length = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[length - 1]) sorted[length++] = sorted[i]!;
  return sorted.slice(0, length);
}

/**
 * Ranks a column once, so that each of its pairs costs no further sorting of its values.
 *
 * Must be true: numbers in the order of the rows; NaN stands for a row without a value. −0 and 0 are one value.
 * Returns levels, the ascending order of the rows that have a value (equal values by row), and how many rows share a level.
 * Throws nothing.
 *
 * Source: the definition.
 *
 * @example rankedColumn(Float64Array.of(5, NaN, 2, 5)).level // → [1, -1, 0, 1]
 */
export function rankedColumn(values: Float64Array): RankedColumn {
  const distinct = distinctOf(values);
  const counts = new Int32Array(distinct.length);
  const level = new Int32Array(values.length).fill(-1);
  let n = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    const at = levelOf(distinct, value);
    level[row] = at;
    counts[at]!++;
    n++;
  }
  const next = startsOf(counts);
  const order = new Int32Array(n);
  for (let row = 0; row < values.length; row++) if (level[row]! >= 0) order[next[level[row]!]!++] = row;
  return { level, order, counts };
}

/**
 * Where each group begins when groups of these sizes stand one after the other.
 *
 * @example startsOf(Int32Array.of(2, 0, 3)) // → [0, 2, 2]
 */
export function startsOf(counts: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length);
  for (let i = 1; i < counts.length; i++) starts[i] = starts[i - 1]! + counts[i - 1]!;
  return starts;
}
