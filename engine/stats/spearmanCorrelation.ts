import type { RankedColumn } from './rankedColumn.ts';

/** Rows of each level among those where the other column has a value too. */
function sharedCounts(column: RankedColumn, other: RankedColumn): Int32Array {
  if (other.order.length === other.level.length) return column.counts;
  const counts = new Int32Array(column.counts.length);
  for (const row of column.order) if (other.level[row]! >= 0) counts[column.level[row]!]!++;
  return counts;
}

/** Twice the middle rank of each level less (n + 1): whole numbers, so that their sums are exact up to 200,000 rows. */
function centredRanks(counts: Int32Array, n: number): Float64Array {
  const ranks = new Float64Array(counts.length);
  let below = 0;
  for (let level = 0; level < counts.length; level++) {
    ranks[level] = 2 * below + counts[level]! - n;
    below += counts[level]!;
  }
  return ranks;
}

function squares(counts: Int32Array, ranks: Float64Array): number {
  let sum = 0;
  for (let level = 0; level < counts.length; level++) sum += counts[level]! * ranks[level]! * ranks[level]!;
  return sum;
}

/**
 * Spearman's rank correlation of two columns over the rows where both have a value; ties take their middle rank.
 *
 * Must be true: both columns are of the same rows.
 * Returns a number in [−1, 1]; null where fewer than two rows have both, or where one column is constant on them.
 * Throws nothing.
 *
 * Source: C. Spearman (1904), The proof and measurement of association between two things; SciPy's spearmanr.
 *
 * @example spearmanCorrelation(rankedColumn(Float64Array.of(1, 2, 3)), rankedColumn(Float64Array.of(1, 3, 2))) // → 0.5
 */
export function spearmanCorrelation(x: RankedColumn, y: RankedColumn): number | null {
  const countsX = sharedCounts(x, y);
  const countsY = sharedCounts(y, x);
  let n = 0;
  for (const count of countsX) n += count;
  const [ranksX, ranksY] = [centredRanks(countsX, n), centredRanks(countsY, n)];
  const spread = Math.sqrt(squares(countsX, ranksX) * squares(countsY, ranksY));
  if (spread === 0) return null;
  let sum = 0;
  for (let row = 0; row < x.level.length; row++) {
    const [a, b] = [x.level[row]!, y.level[row]!];
    if (a >= 0 && b >= 0) sum += ranksX[a]! * ranksY[b]!;
  }
  return Math.max(-1, Math.min(1, sum / spread));
}
