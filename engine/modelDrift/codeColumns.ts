import { mostBins } from '../stats/binnedTree.ts';

type Cells = readonly (string | number | null)[];

/** Classes told apart when the column to be explained is one of classes; the rest is one more. */
const mostClasses = 8;

/** Numbers by where they lie among the others: 0 where there is none, then up to 31 parts of about as many rows. */
export function codeNumbers(cells: Cells): Uint8Array {
  const parts = mostBins - 1;
  const sorted = Float64Array.from(cells.filter((cell) => typeof cell === 'number')).sort();
  const distinct = sorted.filter((value, i) => i === 0 || value > sorted[i - 1]!);
  const uppers =
    distinct.length <= parts
      ? distinct
      : Float64Array.from({ length: parts }, (_, i) => sorted[Math.ceil(((i + 1) * sorted.length) / parts) - 1]!);
  return Uint8Array.from(cells, (cell) => (typeof cell === 'number' ? 1 + uppers.findIndex((upper) => cell <= upper) : 0));
}

function byFrequency(cells: Cells): string[] {
  const counts = new Map<string, number>();
  for (const cell of cells) if (cell !== null) counts.set(String(cell), (counts.get(String(cell)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value);
}

/** Categories by how frequent they are: 0 where there is none, 1 the most frequent, 31 all beyond the thirtieth. */
export function codeCategories(cells: Cells): Uint8Array {
  const place = new Map(byFrequency(cells).map((value, i) => [value, Math.min(i + 1, mostBins - 1)]));
  return Uint8Array.from(cells, (cell) => (cell === null ? 0 : place.get(String(cell))!));
}

/** Numbers as their ranks, from 0 to 1, equal ones sharing theirs: what matters does not hang on a few far values. */
export function rankOutput(cells: Cells): Float64Array[] {
  const sorted = Float64Array.from(cells, (cell) => Number(cell)).sort();
  const rank = new Map<number, number>();
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    rank.set(sorted[from]!, (from + to - 1) / 2 / Math.max(1, sorted.length - 1));
  }
  return [Float64Array.from(cells, (cell) => rank.get(Number(cell))!)];
}

/** Classes as one output each that is 1 where the row is of it; of two classes the second is left out. */
export function classOutputs(cells: Cells): Float64Array[] {
  const classes = byFrequency(cells);
  const told = classes.slice(0, classes.length === 2 ? 1 : mostClasses);
  return told.map((name) => Float64Array.from(cells, (cell) => (String(cell) === name ? 1 : 0)));
}
