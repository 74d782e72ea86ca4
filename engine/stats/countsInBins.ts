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

/**
 * The bin that holds a value.
 *
 * Must be true: `edges` ascend, at least two of them; `value` is no NaN.
 * Returns the index of the bin, or −1 for a value outside the edges.
 * Throws nothing.
 *
 * Source: the rule of numpy.histogram with explicit edges.
 *
 * @example binOf(1, [0, 1, 2]) // → 1
 */
export function binOf(value: number, edges: readonly number[]): number {
  const last = edges.length - 1;
  if (value < edges[0]! || value > edges[last]!) return -1;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (edges[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}
