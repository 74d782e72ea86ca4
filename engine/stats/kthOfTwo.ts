/**
 * The k-th smallest value, from 0, of two sorted samples together.
 *
 * Must be true: both are ascending and finite, 0 ≤ k < their sizes together.
 * Returns the value; works in the logarithm of the sizes.
 * Throws nothing.
 *
 * Source: bisection on how many of the k smallest come from the first sample.
 *
 * @example kthOfTwo(Float64Array.of(1, 4), Float64Array.of(2, 3), 2) // → 3
 */
export function kthOfTwo(a: Float64Array, b: Float64Array, k: number): number {
  let least = Math.max(0, k - b.length);
  let most = Math.min(k, a.length);
  while (least < most) {
    const fromA = Math.floor((least + most) / 2);
    if (a[fromA]! < b[k - fromA - 1]!) least = fromA + 1;
    else most = fromA;
  }
  return Math.min(a[least] ?? Infinity, b[k - least] ?? Infinity);
}
