import type { Random } from '#shared/lib/random.ts';
import { rankSeparation, type Separation } from '../stats/rankSeparation.ts';
import { rankSums, type RankSums } from '../stats/rankSums.ts';
import { logisticScores, sparseLogistic } from '../stats/sparseLogistic.ts';
import { unitRows, type SparseRows } from '../stats/sparseRows.ts';
import { featureColumns, textFeatures } from './textFeatures.ts';

/** Texts of both sides, their words parted by one space. */
export interface TextPair {
  readonly reference: readonly string[];
  readonly current: readonly string[];
}

/** A side needs at least this many texts, so that every part has some. */
export const fewestTexts = 20;

const testParts = 4;
const options = { strength: 1, tolerance: 1e-4, mostSteps: 100 };
/** Texts turned into features between two pauses. */
const block = 500;

function shuffled(from: number, count: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => from + i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

function joined(a: Uint32Array, b: Uint32Array): Uint32Array {
  const both = new Uint32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Where a side is cut: half to learn from first, the rest in equal parts. */
function cuts(count: number): number[] {
  const first = Math.floor(count / 2);
  return Array.from({ length: testParts + 1 }, (_, part) => first + Math.floor(((count - first) * part) / testParts));
}

function* featuresOf(texts: readonly string[]): Generator<void, Uint32Array[], void> {
  const rows: Uint32Array[] = [];
  for (const [i, text] of texts.entries()) {
    rows.push(textFeatures(text));
    if (i % block === 0) yield;
  }
  return rows;
}

/** Columns that no text has are left out: the work then goes with the texts, not with the width. */
function packed(rows: readonly Uint32Array[]): SparseRows {
  const places = new Int32Array(featureColumns).fill(-1);
  let width = 0;
  for (const row of rows) for (const column of row) if (places[column]! < 0) places[column] = width++;
  return unitRows(
    rows.map((row) => row.map((column) => places[column]!)),
    width,
  );
}

/**
 * How well a classifier of words tells the sides apart, on texts it has not learnt from: it learns from half of each side
 * and is tested on an eighth, learns from that as well and is tested on the next, four times.
 *
 * Not by cross-validation: there each part is learnt from for the other parts too, which doubles the variance of the area
 * where nothing drifted, so that a test at 5 % would cry drift in 12 of 100 cases.
 */
export function* classifyTexts({ reference, current }: TextPair, random: Random): Generator<void, Separation, void> {
  const rows = packed(yield* featuresOf([...reference, ...current]));
  const labels = new Uint8Array(reference.length + current.length).fill(1, reference.length);
  const sides = [shuffled(0, reference.length, random), shuffled(reference.length, current.length, random)] as const;
  const [before, after] = [cuts(reference.length), cuts(current.length)];
  const parts: RankSums[] = [];
  for (let part = 0; part < testParts; part++) {
    const learnt = joined(sides[0].subarray(0, before[part]), sides[1].subarray(0, after[part]));
    const fit = yield* sparseLogistic(rows, labels, learnt, options);
    const own = logisticScores(rows, fit, sides[0].subarray(before[part], before[part + 1])).sort();
    const others = logisticScores(rows, fit, sides[1].subarray(after[part], after[part + 1])).sort();
    parts.push(rankSums(own, others));
    yield;
  }
  return rankSeparation(parts);
}
