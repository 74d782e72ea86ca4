/**
 * Some of n things, drawn at random without repeats, in ascending order.
 *
 * Must be true: n and count are whole and at least 0; `random` gives uniform numbers in [0, 1).
 * Returns min(n, count) indexes in [0, n), each set of that size equally likely; all of them where count is n or more.
 * Throws nothing.
 *
 * Source: R. W. Floyd, in J. Bentley (1987), Programming pearls: a sample of brilliance.
 *
 * @example sampleIndexes(3, 5, () => 0.5) // → [0, 1, 2]
 */
export function sampleIndexes(n: number, count: number, random: () => number): Float64Array {
  if (count >= n) return Float64Array.from({ length: n }, (_, i) => i);
  const chosen = new Set<number>();
  for (let last = n - count; last < n; last++) {
    const drawn = Math.floor(random() * (last + 1));
    chosen.add(chosen.has(drawn) ? last : drawn);
  }
  return Float64Array.from(chosen).sort();
}
