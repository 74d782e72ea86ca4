import { describe, expect, it } from 'vitest';
import { seededRandom } from '#shared/lib/random.ts';
import { LeastSquares } from './leastSquares.ts';

/** Rows of columns with their target after them. */
function table(columns: number, rows: number, targetOf: (row: number[]) => number, rowOf?: (row: number[]) => number[]): Float64Array {
  const random = seededRandom(7);
  const lines = Array.from({ length: rows }, () => {
    const drawn = Array.from({ length: columns }, () => random() - 0.5);
    const row = rowOf?.(drawn) ?? drawn;
    return [...row, targetOf(row)];
  });
  return Float64Array.from(lines.flat());
}

function fit(columns: number, rows: Float64Array, block: number): { coefficients: Float64Array; rank: number } {
  const squares = new LeastSquares(columns);
  for (let from = 0; from < rows.length; from += block * (columns + 1)) {
    const part = rows.subarray(from, from + block * (columns + 1));
    squares.add(part, part.length / (columns + 1));
  }
  return squares.solve();
}

describe('least squares', () => {
  it.each([1, 7, 100])('finds what the target was made from, in blocks of %i rows', (block) => {
    const rows = table(4, 100, ([a, b, c, d]) => 3 * a! - 2 * b! + 0.5 * c! + 1e-6 * d!);
    const { coefficients, rank } = fit(4, rows, block);
    expect(rank).toBe(4);
    [3, -2, 0.5, 1e-6].forEach((expected, i) => expect(Math.abs(coefficients[i]! - expected)).toBeLessThan(1e-13));
  });

  it('loses nothing to squares where columns nearly say the same', () => {
    // Normal equations would see 1 + 1e-14 here, which rounding makes 1.
    const rows = table(
      2,
      200,
      ([a, b]) => a! + 2 * b!,
      ([a, b]) => [a!, a! + 1e-7 * b!],
    );
    const { coefficients, rank } = fit(2, rows, 50);
    expect(rank).toBe(2);
    expect(coefficients[0]).toBeCloseTo(1, 6);
    expect(coefficients[1]).toBeCloseTo(2, 6);
  });

  it('shares an effect equally between columns that are the same, and gives nothing to empty ones', () => {
    const rows = table(
      4,
      60,
      ([a, , , d]) => 4 * a! + d!,
      ([a, , c]) => [a!, a!, 0, c!],
    );
    const { coefficients, rank } = fit(4, rows, 16);
    expect(rank).toBe(2);
    [2, 2, 0, 1].forEach((expected, i) => expect(coefficients[i]).toBeCloseTo(expected, 12));
  });

  it('gives the shortest solution where there are fewer rows than columns', () => {
    const { coefficients, rank } = fit(3, Float64Array.of(1, 2, 2, 9), 1);
    expect(rank).toBe(1);
    [1, 2, 2].forEach((expected, i) => expect(coefficients[i]).toBeCloseTo(expected, 12));
  });

  it('is zero without rows', () => {
    expect(new LeastSquares(2).solve()).toEqual({ coefficients: new Float64Array(2), rank: 0 });
  });
});
