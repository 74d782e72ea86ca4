/**
 * Rows of a wide table in which few cells are not 0, and all of those of a row are the same number: each row is a list of
 * columns, times a scale.
 */
export interface SparseRows {
  /** Number of columns. */
  readonly width: number;
  /** Row i has the columns from starts[i] to starts[i + 1]. */
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly scales: Float64Array;
}

/**
 * Packs lists of columns into sparse rows of length 1.
 *
 * Must be true: the columns of a row are whole, distinct and below `width`.
 * Returns as many rows; a row without columns is all 0.
 * Throws nothing.
 *
 * Source: compressed sparse rows.
 *
 * @example unitRows([[0, 3], []], 4) // → { width: 4, starts: [0, 2, 2], columns: [0, 3], scales: [0.7071067811865475, 0] }
 */
export function unitRows(rows: readonly (readonly number[] | Uint32Array)[], width: number): SparseRows {
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => (starts[i + 1] = starts[i]! + row.length));
  const columns = new Uint32Array(starts[rows.length]!);
  rows.forEach((row, i) => columns.set(row, starts[i]));
  const scales = Float64Array.from(rows, (row) => (row.length === 0 ? 0 : 1 / Math.sqrt(row.length)));
  return { width, starts, columns, scales };
}
