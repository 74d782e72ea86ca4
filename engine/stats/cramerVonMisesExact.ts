/** How many paths lead to each value of a sum, values ascending. */
interface PathCounts {
  readonly values: Float64Array;
  readonly paths: Float64Array;
}

const nowhere: PathCounts = { values: new Float64Array(0), paths: new Float64Array(0) };

/** Paths that come from either side, with `step` added to their sums; those that reach the limit are dropped. */
function join(left: PathCounts, right: PathCounts, step: number, limit: number): PathCounts {
  const most = left.values.length + right.values.length;
  const values = new Float64Array(most);
  const paths = new Float64Array(most);
  let length = 0;
  let i = 0;
  let j = 0;
  while (i < left.values.length || j < right.values.length) {
    const value = Math.min(left.values[i] ?? Infinity, right.values[j] ?? Infinity);
    let count = 0;
    if (left.values[i] === value) count += left.paths[i++]!;
    if (right.values[j] === value) count += right.paths[j++]!;
    if (value + step >= limit) break;
    values[length] = value + step;
    paths[length++] = count;
  }
  return { values: values.slice(0, length), paths: paths.slice(0, length) };
}

function binomial(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result = Math.round((result * (n - k + i)) / i);
  return result;
}

/**
 * The chance that Σ (m i − n j)², over the n + m places of the merged samples, reaches a limit; i and j are how many of
 * each sample lie up to a place, and all orders are equally likely.
 *
 * Must be true: 1 ≤ n, m ≤ 20 and limit whole.
 * Returns a share in [0, 1], exact but for one rounding.
 * Throws nothing.
 *
 * Source: Y. Xiao, A. Gordon and A. Yakovlev (2006), A C++ program for the Cramér-von Mises two-sample test.
 *
 * @example cramerVonMisesExact(2, 2, 24) // → 0.3333333333333333
 */
export function cramerVonMisesExact(n: number, m: number, limit: number): number {
  let row: PathCounts[] = [];
  for (let i = 0; i <= n; i++) {
    const next: PathCounts[] = [];
    for (let j = 0; j <= m; j++) {
      const start = i === 0 && j === 0;
      const above = start ? { values: Float64Array.of(0), paths: Float64Array.of(1) } : (row[j] ?? nowhere);
      next.push(join(above, next[j - 1] ?? nowhere, (m * i - n * j) ** 2, limit));
    }
    row = next;
  }
  const all = binomial(n + m, n);
  const below = row[m]!.paths.reduce((sum, paths) => sum + paths, 0);
  return (all - below) / all;
}
