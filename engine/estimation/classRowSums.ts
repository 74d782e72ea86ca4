import type { ClassRowBlock } from '../data/evidence/classScoreRows.ts';
import { spreadOver } from '../stats/spreadOver.ts';
import { seededRandom } from '#shared/lib/random.ts';
import { CompensatedSum } from '../stats/compensatedSum.ts';
import { calibrated, type Calibration } from './calibration.ts';
import type { RowCounts } from './scoreParts.ts';
import { SideSweeps } from './sideSweeps.ts';

/** Probabilities that sum to no nearer to 1 than this are counted. */
const sumTolerance = 0.01;

/**
 * What each class's probability of a row is worth: each put right on its own, then all divided by their sum. Where nothing
 * is left of them, every class is as likely as every other.
 */
export function worthOfRow(
  calibrations: readonly Calibration[],
  { scores }: Pick<ClassRowBlock, 'scores'>,
  at: number,
  worth: Float64Array,
): void {
  let sum = 0;
  for (let index = 0; index < worth.length; index++) {
    worth[index] = calibrated(calibrations[index]!, scores[index]![at]!);
    sum += worth[index]!;
  }
  for (let index = 0; index < worth.length; index++) worth[index] = sum > 0 ? worth[index]! / sum : 1 / worth.length;
}

/** What is known of rows beside their probabilities: whether they are called the class, have a label, and are of the class. */
interface RowFacts {
  readonly called: boolean;
  readonly labelled: boolean;
  readonly positive: boolean;
}

/** The rows of one probability in one chunk, which may each be worth something else. */
class TiedRows implements RowCounts {
  rows = 0;
  labelled = 0;
  positives = 0;
  called = 0;
  calledLabelled = 0;
  calledPositives = 0;
  readonly expected = { positives: 0, calledPositives: 0 };

  clear(): void {
    this.rows = 0;
    this.labelled = 0;
    this.positives = 0;
    this.called = 0;
    this.calledLabelled = 0;
    this.calledPositives = 0;
    this.expected.positives = 0;
    this.expected.calledPositives = 0;
  }

  add(rows: number, worth: number, is: RowFacts): void {
    this.rows += rows;
    this.expected.positives += worth * rows;
    if (is.labelled) this.labelled += rows;
    if (is.positive) this.positives += rows;
    if (!is.called) return;
    this.called += rows;
    this.expected.calledPositives += worth * rows;
    if (is.labelled) this.calledLabelled += rows;
    if (is.positive) this.calledPositives += rows;
  }

  addAll(other: TiedRows): void {
    this.rows += other.rows;
    this.labelled += other.labelled;
    this.positives += other.positives;
    this.called += other.called;
    this.calledLabelled += other.calledLabelled;
    this.calledPositives += other.calledPositives;
    this.expected.positives += other.expected.positives;
    this.expected.calledPositives += other.expected.calledPositives;
  }
}

export interface ClassSumsParts {
  readonly classes: number;
  /** Index of the class by whose probability rows come. */
  readonly own: number;
  readonly chunks: number;
  /** Into how many chunks rows are dealt by chance; 0: they have the chunk that they come with. */
  readonly dealt: number;
  readonly calibrations: readonly Calibration[];
  /** Is told each distinct probability of the class, with its rows and how many of them are of the class. */
  readonly seen: ((score: number, positives: number, rows: number) => void) | null;
}

/** Everything about one class of several on one side, from rows that come by its probability from the highest down. */
export class ClassRowSums {
  readonly sweeps: SideSweeps;
  /** Rows of this true class by predicted class: expected ones, and counted ones. */
  readonly expected: readonly CompensatedSum[];
  readonly realised: Float64Array;
  /** Rows with a probability beyond [0, 1], and with probabilities that do not sum to 1. */
  beyond = 0;
  unsummed = 0;
  /** Rows predicted to be of a class that has no probability. */
  strange = 0;
  private readonly worth: Float64Array;
  /** A place for rows in no chunk, then one a chunk; those that hold rows are listed. */
  private readonly places: readonly TiedRows[];
  private readonly filled: number[] = [];
  private readonly all = new TiedRows();
  private score = Number.NaN;

  constructor(private readonly parts: ClassSumsParts) {
    this.sweeps = new SideSweeps(parts.chunks);
    this.expected = Array.from({ length: parts.classes }, () => new CompensatedSum());
    this.realised = new Float64Array(parts.classes);
    this.worth = new Float64Array(parts.classes);
    this.places = Array.from({ length: parts.chunks + 1 }, () => new TiedRows());
  }

  readonly take = (block: ClassRowBlock): void => {
    const { own, calibrations } = this.parts;
    for (let at = 0; at < block.groups; at++) {
      const score = block.scores[own]![at]!;
      if (score !== this.score) this.finish();
      this.score = score;
      worthOfRow(calibrations, block, at, this.worth);
      this.count(block, at);
      this.deal(block, at);
    }
  };

  /** The rows of the last probability. */
  finish(): void {
    const { all, filled, places, sweeps } = this;
    if (filled.length === 0) return;
    for (const place of filled) {
      const tied = places[place]!;
      if (place > 0) sweeps.chunks[place - 1]!.pushExpected(tied, tied.expected);
      all.addAll(tied);
      tied.clear();
    }
    sweeps.whole.pushExpected(all, all.expected);
    this.parts.seen?.(this.score, all.positives, all.rows);
    all.clear();
    filled.length = 0;
  }

  private count({ scores, guess, truth, rows }: ClassRowBlock, at: number): void {
    const { own } = this.parts;
    const predicted = guess[at]!;
    const count = rows[at]!;
    let sum = 0;
    let beyond = false;
    for (let index = 0; index < scores.length; index++) {
      const score = scores[index]![at]!;
      sum += score;
      if (score < 0 || score > 1) beyond = true;
    }
    if (beyond) this.beyond += count;
    if (Math.abs(sum - 1) > sumTolerance) this.unsummed += count;
    if (predicted < 0) this.strange += count;
    this.expected[predicted]?.add(this.worth[own]! * count);
    if (truth[at] === own && predicted >= 0) this.realised[predicted]! += count;
  }

  /** Rows go to the same chunks in the pass of every class, since the same values have the same seed. */
  private deal({ guess, truth, chunk, seed, rows }: ClassRowBlock, at: number): void {
    const { own, dealt } = this.parts;
    const count = rows[at]!;
    const is = { called: guess[at] === own, labelled: truth[at]! >= 0, positive: truth[at] === own };
    if (dealt === 0) return this.add(chunk[at]!, count, is);
    const random = seededRandom(seed[at]!);
    if (count === 1) return this.add(Math.floor(random() * dealt), 1, is);
    for (const [place, here] of spreadOver(count, dealt, random).entries()) if (here > 0) this.add(place, here, is);
  }

  private add(chunk: number, rows: number, is: RowFacts): void {
    const tied = this.places[chunk + 1]!;
    if (tied.rows === 0) this.filled.push(chunk + 1);
    tied.add(rows, this.worth[this.parts.own]!, is);
  }
}
