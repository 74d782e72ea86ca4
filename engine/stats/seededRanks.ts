/**
 * A simple random sample of the ranks 0 … n − 1 without putting back, ascending.
 *
 * Must be true: n ≥ 0 whole, size ≥ 0 whole; `random` is seeded.
 * Returns all ranks where there are no more than `size`, else exactly `size` of them. What is drawn depends on n and the
 * seed alone, so that the order of rows does not matter.
 * Throws nothing.
 *
 * Source: R. W. Floyd, in J. Bentley (1987), A sample of brilliance.
 *
 * @example seededRanks(3, 5, () => 0.5) // → [0, 1, 2]
 */
export function seededRanks(n: number, size: number, random: () => number): Float64Array {
  if (n <= size) return Float64Array.from({ length: n }, (_, i) => i);
  const drawn = new Set<number>();
  for (let top = n - size; top < n; top++) {
    const rank = Math.floor(random() * (top + 1));
    drawn.add(drawn.has(rank) ? top : rank);
  }
  return Float64Array.from(drawn).sort();
}
