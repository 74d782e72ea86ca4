import type { Both } from '../performance/metricRows.ts';
import { welchWorse, type MeanSample } from '../stats/welchWorse.ts';
import type { Candidate, Searched } from './candidate.ts';
import type { CutTables, RowSums } from './cutTables.ts';
import { boxesOf, type SegmentBox } from './segmentBoxes.ts';
import type { SegmentColumn } from './segmentColumns.ts';

/** A measure that every row has a number of. */
export type MeanMeasure = 'error' | 'missing';

/** A segment must be worse than the whole by this much of the whole: less is true of large data and of no use. */
export const leastExcess = 1.2;
/** A pair must be worse than either of its columns alone by this much. */
const leastGain = 1.1;
const interval95 = 1.959963984540054;

export interface SearchFrame {
  readonly columns: readonly SegmentColumn[];
  readonly tables: Both<CutTables>;
  /** The tables of the single columns, for pairs. */
  readonly singles: CutTables;
  readonly fewest: number;
  readonly most: number;
  /** Divides the sums: cells in a row where missing cells are counted. */
  readonly per: number;
}

function sampleOf(sums: RowSums, measure: MeanMeasure, per: number): MeanSample {
  const { n, sum, squares } = sums[measure];
  const mean = n === 0 ? 0 : sum / n;
  const variance = n < 2 ? 0 : Math.max(0, (squares - sum * mean) / (n - 1));
  return { n, mean: mean / per, variance: variance / per ** 2 };
}

function rest(whole: MeanSample, part: MeanSample): MeanSample {
  const n = whole.n - part.n;
  const mean = (whole.mean * whole.n - part.mean * part.n) / n;
  const squares = ({ n: count, mean: centre, variance }: MeanSample): number => variance * (count - 1) + count * centre * centre;
  return { n, mean, variance: n < 2 ? 0 : Math.max(0, (squares(whole) - squares(part) - n * mean * mean) / (n - 1)) };
}

const against = (part: MeanSample, whole: MeanSample): number =>
  whole.n - part.n < 2 || part.n < 2 ? 1 : welchWorse(part, rest(whole, part));

/** The largest of the p-values of a pair against what is left of each of its columns' parts. */
function pairGain(box: SegmentBox, sample: MeanSample, frame: SearchFrame, measure: MeanMeasure): number {
  let worst = 0;
  box.parts.forEach(({ from, to }, i) => {
    const cells = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    const alone = sampleOf(frame.singles.sumsOf(box.columns[i]!, cells), measure, frame.per);
    worst = Math.max(worst, sample.mean < leastGain * alone.mean ? 1 : against(sample, alone));
  });
  return worst;
}

function candidateOf(box: SegmentBox, sample: MeanSample, whole: MeanSample, frame: SearchFrame, measure: MeanMeasure): Candidate {
  const { current, reference } = frame.tables;
  const sums = reference.sumsOf(box.cut, box.cells);
  const before = sampleOf(sums, measure, frame.per);
  const gain = box.parts.length === 1 ? 0 : pairGain(box, sample, frame, measure);
  const half = interval95 * Math.sqrt(sample.variance / sample.n);
  return {
    box,
    rows: current.sumsOf(box.cut, box.cells).rows,
    value: sample.mean,
    pValue: Math.max(gain, against(sample, whole)),
    interval: [Math.max(0, sample.mean - half), sample.mean + half],
    reference: { rows: sums.rows, value: before.n === 0 ? { none: 'no-valid-values' } : before.mean },
  };
}

/** Looks at every segment of one cut for a mean that is worse than that of the whole. */
export function searchMeans(frame: SearchFrame, measure: MeanMeasure, cut: number): Searched {
  const { columns, fewest, most, per } = frame;
  const { current } = frame.tables;
  const whole = sampleOf(current.sumsOf(cut, current.allCells(cut)), measure, per);
  const candidates: Candidate[] = [];
  let looked = 0;
  for (const box of boxesOf(cut, current.cuts[cut]!, columns)) {
    if (measure === 'missing' && box.parts.some(({ absent }) => absent)) continue;
    const sums = current.sumsOf(cut, box.cells);
    const sample = sampleOf(sums, measure, per);
    if (sums.rows < fewest || sums.rows > most || sample.n < 2) continue;
    looked++;
    // Errors beyond 1e154 have no finite variance to judge them by.
    if (sample.mean > leastExcess * whole.mean && Number.isFinite(sample.variance + whole.variance))
      candidates.push(candidateOf(box, sample, whole, frame, measure));
  }
  return { looked, candidates };
}

/** The measure over all rows of a side; null where no row has it. */
export function wholeMean(tables: CutTables, measure: MeanMeasure, per: number): { readonly mean: number; readonly n: number } | null {
  if (tables.cuts.length === 0) return null;
  const { n, mean } = sampleOf(tables.sumsOf(0, tables.allCells(0)), measure, per);
  return n === 0 || !Number.isFinite(mean) ? null : { mean, n };
}
