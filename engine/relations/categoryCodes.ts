/** The categories of a column as small whole numbers by row; −1 where there is none. */
export interface CategoryCodes {
  readonly codes: Int32Array;
  readonly levels: number;
}

/** Numbers categories in the order of their first row; null where there are more than `most`. */
export function categoryCodes(values: Float64Array, most: number): CategoryCodes | null {
  const codes = new Int32Array(values.length).fill(-1);
  const known = new Map<number, number>();
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    let code = known.get(value);
    if (code === undefined) {
      code = known.size;
      if (code === most) return null;
      known.set(value, code);
    }
    codes[row] = code;
  }
  return { codes, levels: known.size };
}

/** Counts rows by the categories of two columns, row by row of the table. */
export function contingencyTable(a: CategoryCodes, b: CategoryCodes): Float64Array {
  const table = new Float64Array(a.levels * b.levels);
  for (let row = 0; row < a.codes.length; row++) {
    const [i, j] = [a.codes[row]!, b.codes[row]!];
    if (i >= 0 && j >= 0) table[i * b.levels + j]!++;
  }
  return table;
}
