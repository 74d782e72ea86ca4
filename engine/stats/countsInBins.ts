/** How many entries of an ascending array are below a value, or not above it. */
function rank(sorted: Float64Array, value: number, including: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value || (including && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * How many values fall in each bin.
 *
 * Must be true: `sorted` ascends and has no NaN; `edges` ascend, at least two of them.
 * Returns one count a bin. A bin holds its lower edge but not its upper one, except the last, which holds both; values
 * outside the edges are left out.
 * Throws nothing.
 *
 * Source: the rule of numpy.histogram with explicit edges.
 *
 * @example countsInBins(Float64Array.of(0, 1, 1, 2, 9), [0, 1, 2]) // → [1, 3]
 */
export function countsInBins(sorted: Float64Array, edges: readonly number[]): Float64Array {
  const bins = edges.length - 1;
  const counts = new Float64Array(bins);
  let below = rank(sorted, edges[0]!, false);
  for (let bin = 0; bin < bins; bin++) {
    const next = rank(sorted, edges[bin + 1]!, bin === bins - 1);
    counts[bin] = next - below;
    below = next;
  }
  return counts;
}
