export interface CorrelationRatio {
  /** As defined, never negative and biased upwards: many small categories give large values. */
  readonly plain: number;
  /** With the bias taken out; about 0 for independent columns of any number of categories. */
  readonly corrected: number;
}

interface CodedRows {
  /** Category of each row from 0 on; negative where there is none. */
  readonly codes: ArrayLike<number>;
  readonly levels: number;
  /** As long; not finite where there is no number. */
  readonly numbers: ArrayLike<number>;
}

interface Groups {
  readonly rows: number;
  readonly counts: Float64Array;
  readonly middle: number;
  /** Half the range of the numbers, 0 where they are all the same. */
  readonly spread: number;
}

function groupsOf({ codes, levels, numbers }: CodedRows): Groups {
  const counts = new Float64Array(levels);
  let [rows, smallest, largest] = [0, Infinity, -Infinity];
  for (let row = 0; row < codes.length; row++) {
    const [code, x] = [codes[row]!, numbers[row]!];
    if (code < 0 || !Number.isFinite(x)) continue;
    counts[code]!++;
    rows++;
    if (x < smallest) smallest = x;
    if (x > largest) largest = x;
  }
  return { rows, counts, middle: smallest / 2 + largest / 2, spread: largest / 2 - smallest / 2 };
}

/**
 * The correlation ratio η of a column of numbers with one of categories: the square root of the share of the numbers' variance
 * that lies between the means of the categories.
 *
 * Must be true: both columns of the rows are as long. Rows without a category or a finite number are left out.
 * Returns the rows and both forms in [0, 1]; the corrected one is ε, the square root of 1 − (n − 1) / (n − k) · (1 − η²) for n rows in k
 * categories, 0 where nothing is left of it. The forms are null where numbers are all the same or fewer than two categories
 * have rows.
 * Throws nothing.
 *
 * Source: K. Pearson (1905), On the general theory of skew correlation; T. L. Kelley (1935), An unbiased correlation ratio measure.
 *
 * @example correlationRatio({ codes: [0, 0, 1, 1], levels: 2, numbers: [1, 2, 3, 4] }).found // → { plain: 0.894427190999916, corrected: 0.8366600265340756 }
 */
export function correlationRatio(given: CodedRows): { readonly rows: number; readonly found: CorrelationRatio | null } {
  const { codes, numbers } = given;
  const { rows, counts, middle, spread } = groupsOf(given);
  const levels = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  if (levels < 2 || !(spread > 0)) return { rows, found: null };
  // From the middle in units of half the range, so that no square overflows or is lost.
  const means = new Float64Array(counts.length);
  const scaled = (row: number): number => (numbers[row]! - middle) / spread;
  const has = (row: number): boolean => codes[row]! >= 0 && Number.isFinite(numbers[row]!);
  for (let row = 0; row < codes.length; row++) if (has(row)) means[codes[row]!]! += scaled(row);
  const mean = means.reduce((sum, total) => sum + total, 0) / rows;
  let [between, within] = [0, 0];
  for (let code = 0; code < counts.length; code++) {
    if (counts[code]! === 0) continue;
    means[code]! /= counts[code]!;
    between += counts[code]! * (means[code]! - mean) ** 2;
  }
  for (let row = 0; row < codes.length; row++) if (has(row)) within += (scaled(row) - means[codes[row]!]!) ** 2;
  const share = between / (between + within);
  const left = rows > levels ? 1 - ((rows - 1) / (rows - levels)) * (within / (between + within)) : 0;
  return { rows, found: { plain: Math.sqrt(share), corrected: left > 0 ? Math.sqrt(left) : 0 } };
}
