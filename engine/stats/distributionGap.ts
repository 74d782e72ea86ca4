/**
 * The largest distance between two empirical distribution functions.
 *
 * Must be true: both samples are ascending and finite, each with at least one value.
 * Returns a number in [0, 1]; 0 for equal samples, 1 where they do not overlap.
 * Throws nothing.
 *
 * Source: N. V. Smirnov (1939).
 *
 * @example distributionGap(Float64Array.of(1, 2), Float64Array.of(2, 3)) // → 0.5
 */
export function distributionGap(reference: Float64Array, current: Float64Array): number {
  let [i, j, largest] = [0, 0, 0];
  while (i < reference.length && j < current.length) {
    const value = Math.min(reference[i]!, current[j]!);
    while (i < reference.length && reference[i] === value) i += 1;
    while (j < current.length && current[j] === value) j += 1;
    largest = Math.max(largest, Math.abs(i / reference.length - j / current.length));
  }
  return largest;
}
