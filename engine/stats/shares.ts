/**
 * Counts as shares of their total.
 *
 * Must be true: counts are finite and ≥ 0.
 * Returns shares that sum to 1, or all zeros where the total is 0.
 * Throws nothing.
 *
 * Source: definition.
 *
 * @example shares([1, 3]) // → [0.25, 0.75]
 */
export function shares(counts: ArrayLike<number>): Float64Array {
  const result = new Float64Array(counts.length);
  const total = sum(counts);
  if (total === 0) return result;
  for (let i = 0; i < counts.length; i++) result[i] = counts[i]! / total;
  return result;
}

/**
 * Sum of the entries, from first to last.
 *
 * Must be true: entries are numbers.
 * Returns 0 for no entries.
 * Throws nothing.
 *
 * Source: definition.
 *
 * @example sum([1, 2, 4]) // → 7
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}
