import { cramersV } from '../stats/cramersV.ts';
import { normalUpperTail } from '../stats/normalUpperTail.ts';
import type { Candidate, Searched } from './candidate.ts';
import type { CutTables } from './cutTables.ts';
import { boxesOf, type SegmentBox } from './segmentBoxes.ts';
import { leastExcess, type SearchFrame } from './searchMeans.ts';

/** A segment must differ from the reference by at least this much, the limit of a weak association. */
const leastDrift = 0.1;
/** A bin with fewer rows than this on both sides together tells nothing. */
const leastBinRows = 10;

type Spread = readonly Float64Array[];

const total = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0);

function distance(reference: Float64Array, current: Float64Array): number {
  const table = new Float64Array(2 * reference.length);
  table.set(reference);
  table.set(current, reference.length);
  return cramersV(table, 2, reference.length)?.corrected ?? 0;
}

/** How far the sides lie apart in each compared column: Cramér's V of side and bin, without bias. */
export function driftOf(reference: Spread, current: Spread): number[] {
  return reference.map((counts, i) => distance(counts, current[i]!));
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

interface Shift {
  readonly gap: number;
  readonly variance: number;
}

function shiftOf(reference: number, n: number, current: number, m: number): Shift {
  const [p, q] = [reference / n, current / m];
  return { gap: q - p, variance: (p * (1 - p)) / n + (q * (1 - q)) / m };
}

/** How unlike its shift is to that of the rest, as the largest z value over all bins, with the number of bins looked at. */
function unlikeRest(
  inside: { reference: Spread; current: Spread },
  whole: { reference: Spread; current: Spread },
  skip: ReadonlySet<number>,
) {
  let [largest, bins] = [0, 0];
  inside.reference.forEach((counts, column) => {
    if (skip.has(column)) return;
    const current = inside.current[column]!;
    const [n, m] = [total(counts), total(current)];
    const [restReference, restCurrent] = [whole.reference[column]!, whole.current[column]!];
    const [restN, restM] = [total(restReference) - n, total(restCurrent) - m];
    if (Math.min(n, m, restN, restM) < leastBinRows) return;
    for (let bin = 0; bin < counts.length; bin++) {
      if (counts[bin]! + current[bin]! < leastBinRows) continue;
      bins++;
      const here = shiftOf(counts[bin]!, n, current[bin]!, m);
      const there = shiftOf(restReference[bin]! - counts[bin]!, restN, restCurrent[bin]! - current[bin]!, restM);
      // A share of 0 or 1 has no variance of its own; one row's worth keeps a few rows from looking certain.
      const variance = here.variance + there.variance + 1 / n ** 2 + 1 / m ** 2;
      largest = Math.max(largest, Math.abs(here.gap - there.gap) / Math.sqrt(variance));
    }
  });
  return { largest, bins };
}

export interface DriftFrame extends SearchFrame {
  /** Places of the compared columns among the segment columns. */
  readonly compared: readonly number[];
  readonly singlesOfReference: CutTables;
}

/** The drift of either column's part alone, without the columns of the pair. */
function alone(box: SegmentBox, frame: DriftFrame, skip: ReadonlySet<number>): number {
  const values = box.parts.map(({ from, to }, i) => {
    const cells = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    const column = box.columns[i]!;
    const found = driftOf(frame.singlesOfReference.spreadOf(column, cells), frame.singles.spreadOf(column, cells));
    return mean(found.filter((_, place) => !skip.has(place)));
  });
  return Math.max(...values);
}

function lookAt(
  box: SegmentBox,
  frame: DriftFrame,
  whole: { reference: Spread; current: Spread; drift: readonly number[] },
): Candidate | null {
  const { tables, compared, columns } = frame;
  const skip = new Set(compared.flatMap((column, place) => (box.columns.some((own) => own === column) ? [place] : [])));
  if (skip.size === compared.length) return null;
  const rows = tables.current.sumsOf(box.cut, box.cells).rows;
  const referenceRows = tables.reference.sumsOf(box.cut, box.cells).rows;
  const inside = { reference: tables.reference.spreadOf(box.cut, box.cells), current: tables.current.spreadOf(box.cut, box.cells) };
  const drift = driftOf(inside.reference, inside.current);
  const kept = (values: readonly number[]): number[] => values.filter((_, place) => !skip.has(place));
  const value = mean(kept(drift));
  if (value < leastDrift || value <= leastExcess * mean(kept(whole.drift))) return null;
  if (box.parts.length === 2 && value <= leastExcess * alone(box, frame, skip)) return null;
  const { largest, bins } = unlikeRest(inside, whole, skip);
  const excess = drift.map((found, place) => (skip.has(place) ? -Infinity : found - whole.drift[place]!));
  const furthest = excess.indexOf(Math.max(...excess));
  return {
    box,
    rows,
    value,
    pValue: Math.min(1, 2 * normalUpperTail(largest) * Math.max(1, bins)),
    reference: { rows: referenceRows, value: { none: 'not-for-this-kind' } },
    mostDrifted: columns[compared[furthest]!]!.name,
  };
}

/** Looks at every segment of one cut for rows that are further from the reference than the data as a whole. */
export function searchDrift(frame: DriftFrame, cut: number): Searched {
  const { tables, fewest, most, columns } = frame;
  const { reference, current } = tables;
  const spreads = { reference: reference.spreadOf(cut, reference.allCells(cut)), current: current.spreadOf(cut, current.allCells(cut)) };
  const whole = { ...spreads, drift: driftOf(spreads.reference, spreads.current) };
  const candidates: Candidate[] = [];
  let looked = 0;
  for (const box of boxesOf(cut, current.cuts[cut]!, columns)) {
    const { rows } = current.sumsOf(cut, box.cells);
    if (rows < fewest || rows > most || reference.sumsOf(cut, box.cells).rows < leastBinRows) continue;
    looked++;
    const found = lookAt(box, frame, whole);
    if (found !== null) candidates.push(found);
  }
  return { looked, candidates };
}
