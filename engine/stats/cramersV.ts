export interface Association {
  /** As defined, never negative and biased upwards: sparse tables of independent columns give large values. */
  readonly plain: number;
  /** With the bias taken out; about 0 for independent columns of any size. */
  readonly corrected: number;
}

/**
 * Cramér's V of two columns of categories, from the table of their counts.
 *
 * Must be true: `table` holds rows × columns whole counts, row by row. Rows and columns without counts are left out.
 * Returns both forms in [0, 1]; null where fewer than two rows or columns of the table have counts. Where every row of
 * data has a category of its own, nothing of the corrected form is left: 0.
 * Throws nothing.
 *
 * Source: H. Cramér (1946), Mathematical Methods of Statistics, chapter 21; W. Bergsma (2013), A bias-correction for
 * Cramér's V and Tschuprow's T.
 *
 * @example cramersV([20, 5, 5, 20], 2, 2) // → { plain: 0.6, corrected: 0.588784057755 }
 */
export function cramersV(table: ArrayLike<number>, rows: number, columns: number): Association | null {
  const byRow = new Float64Array(rows);
  const byColumn = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      byRow[i]! += table[i * columns + j]!;
      byColumn[j]! += table[i * columns + j]!;
    }
  }
  const n = byRow.reduce((sum, count) => sum + count, 0);
  const r = byRow.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const c = byColumn.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  if (r < 2 || c < 2) return null;
  // χ²/n as a sum of squares: the shorter Σ n²/(n·n) − 1 would lose the digits of small values.
  let phi2 = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const expected = (byRow[i]! / n) * (byColumn[j]! / n);
      if (expected > 0) phi2 += (table[i * columns + j]! / n - expected) ** 2 / expected;
    }
  }
  const room = Math.min(r - (r - 1) ** 2 / (n - 1), c - (c - 1) ** 2 / (n - 1)) - 1;
  const left = phi2 - ((r - 1) * (c - 1)) / (n - 1);
  return {
    plain: Math.min(1, Math.sqrt(phi2 / (Math.min(r, c) - 1))),
    corrected: left > 0 && room > 0 ? Math.min(1, Math.sqrt(left / room)) : 0,
  };
}
