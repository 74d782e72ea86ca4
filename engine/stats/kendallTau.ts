import { startsOf, type RankedColumn } from './rankedColumn.ts';

/** Levels of y for the rows that have both, in ascending order of x and, at equal x, of y. */
function inOrder(x: RankedColumn, y: RankedColumn): { sequence: Int32Array; countsX: Int32Array; countsY: Int32Array } {
  const countsX = new Int32Array(x.counts.length);
  const countsY = new Int32Array(y.counts.length);
  let n = 0;
  for (let i = 0; i < y.order.length; i++) {
    const row = y.order[i]!;
    const level = x.level[row]!;
    if (level < 0) continue;
    countsX[level]!++;
    countsY[y.level[row]!]!++;
    n++;
  }
  const next = startsOf(countsX);
  const sequence = new Int32Array(n);
  for (let i = 0; i < y.order.length; i++) {
    const row = y.order[i]!;
    const level = x.level[row]!;
    if (level >= 0) sequence[next[level]!++] = y.level[row]!;
  }
  return { sequence, countsX, countsY };
}

const pairs = (count: number): number => (count * (count - 1)) / 2;

function tiedPairs(counts: Int32Array): number {
  let sum = 0;
  for (let level = 0; level < counts.length; level++) sum += pairs(counts[level]!);
  return sum;
}

/** Pairs equal in both: runs of one level of y inside a group of equal x. */
function tiedInBoth(sequence: Int32Array, countsX: Int32Array): number {
  let sum = 0;
  let from = 0;
  for (let group = 0; group < countsX.length; group++) {
    const to = from + countsX[group]!;
    let run = 0;
    for (let i = from; i < to; i++) {
      run = i > from && sequence[i] === sequence[i - 1] ? run + 1 : 0;
      sum += run;
    }
    from = to;
  }
  return sum;
}

/** Exchanges that sorting needs: the pairs that stand the wrong way round. Sorts in place. */
function exchanges(sequence: Int32Array): number {
  const n = sequence.length;
  let source = sequence;
  let target: Int32Array = new Int32Array(n);
  let count = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let from = 0; from < n; from += 2 * width) {
      const middle = Math.min(from + width, n);
      const end = Math.min(from + 2 * width, n);
      let [i, j] = [from, middle];
      for (let k = from; k < end; k++) {
        if (i < middle && (j >= end || source[i]! <= source[j]!)) target[k] = source[i++]!;
        else {
          count += middle - i;
          target[k] = source[j++]!;
        }
      }
    }
    [source, target] = [target, source];
  }
  return count;
}

/**
 * Kendall's tau-b of two columns over the rows where both have a value, exact with ties.
 *
 * Must be true: both columns are of the same rows, fewer than 90 million of them, so that pairs can be counted in a double.
 * Returns a number in [−1, 1]; null where fewer than two rows have both, or where one column is constant on them.
 * Throws nothing.
 *
 * Source: W. R. Knight (1966), A computer method for calculating Kendall's tau with ungrouped data: O(n log n); SciPy's
 * kendalltau.
 *
 * @example kendallTau(rankedColumn(Float64Array.of(1, 2, 3)), rankedColumn(Float64Array.of(1, 3, 2))) // → 0.333333333333
 */
export function kendallTau(x: RankedColumn, y: RankedColumn): number | null {
  const { sequence, countsX, countsY } = inOrder(x, y);
  const all = pairs(sequence.length);
  const [tiedX, tiedY] = [tiedPairs(countsX), tiedPairs(countsY)];
  if (all === tiedX || all === tiedY) return null;
  const both = tiedInBoth(sequence, countsX);
  const difference = all - tiedX - tiedY + both - 2 * exchanges(sequence);
  return Math.max(-1, Math.min(1, difference / Math.sqrt((all - tiedX) * (all - tiedY))));
}
