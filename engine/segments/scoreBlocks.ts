import { quoteText } from '../data/quote.ts';
import { streamDoubles } from '../data/evidence/streamDoubles.ts';
import type { ClassificationEvidence, ClassScoreEvidence } from '../metrics/classificationEvidence.ts';
import { ScoreSweep } from '../performance/scoreSweep.ts';
import type { SegmentWork } from './segmentWork.ts';

/** Rows are drawn anew in as many blocks that rows fall into by their values: memory does not grow with rows. */
const blocks = 200;
/** Cells of probability of one class, of all blocks together and of one segment. */
const mostCounts = 400_000;
const mostCells = 200;
const fewestCells = 10;
/** scikit-learn's: the distance of 1 to the next double. */
const clip = 2 ** -52;

/** Cells of probability that there is room for with so many classes. */
const cellsFor = (classes: number): number => Math.max(fewestCells, Math.min(mostCells, Math.floor(mostCounts / (2 * blocks * classes))));

/**
 * The probabilities of all classes of one segment by blocks of rows. Whole rows stay together, because the scores of the
 * classes depend on each other. Ranks come from cells that are narrower near 0 and 1, where the probabilities of many
 * classes lie; sums of squares and of logarithms are those of the rows.
 */
export class ScoreBlocks {
  private readonly cells: number;
  /** By block, class, cell, and whether the row is of the class. */
  private readonly counts: Uint32Array;
  private readonly squares: Float64Array;
  private readonly logs: Float64Array;
  private readonly filled = new Float64Array(blocks);
  /** By class and cell over all blocks. */
  private readonly sums: Float64Array;
  private readonly rows: Float64Array;
  private readonly lowest: Float64Array;

  constructor(private readonly classes: number) {
    this.cells = cellsFor(classes);
    const all = classes * this.cells;
    this.counts = new Uint32Array(blocks * all * 2);
    this.squares = new Float64Array(blocks * classes);
    this.logs = new Float64Array(blocks * classes);
    this.sums = new Float64Array(all);
    this.rows = new Float64Array(all);
    this.lowest = new Float64Array(all).fill(Infinity);
  }

  /** One row: the number of its class, its block, and the probability of each class by `scoreOf`. */
  add(truth: number, block: number, scoreOf: (index: number) => number): void {
    this.filled[block] = 1;
    for (let index = 0; index < this.classes; index++) {
      const score = scoreOf(index);
      const spread = (2 / Math.PI) * Math.asin(Math.sqrt(score));
      const cell = index * this.cells + Math.min(Math.floor(spread * this.cells), this.cells - 1);
      const own = index === truth;
      this.counts[2 * (block * this.classes * this.cells + cell) + (own ? 0 : 1)]! += 1;
      this.sums[cell]! += score;
      this.rows[cell]! += 1;
      if (score < this.lowest[cell]!) this.lowest[cell] = score;
      this.squares[block * this.classes + index]! += ((own ? 1 : 0) - score) ** 2;
      if (own) this.logs[block * this.classes + index]! -= Math.log(Math.min(Math.max(score, clip), 1 - clip));
    }
  }

  /** 1 for each block that holds rows. */
  get blocks(): Float64Array {
    return this.filled;
  }

  private scoresOf(index: number, drawn: { counts: Float64Array; squares: Float64Array; logs: Float64Array }): ClassScoreEvidence {
    const totals = { positives: 0, negatives: 0 };
    const first = index * this.cells;
    for (let cell = first; cell < first + this.cells; cell++) {
      totals.positives += drawn.counts[2 * cell]!;
      totals.negatives += drawn.counts[2 * cell + 1]!;
    }
    const sweep = new ScoreSweep(totals, { thresholds: [], topRows: null, step: 1 });
    for (let cell = first + this.cells - 1; cell >= first; cell--) {
      const [positives, negatives] = [drawn.counts[2 * cell]!, drawn.counts[2 * cell + 1]!];
      if (positives + negatives > 0) sweep.push(Math.max(this.lowest[cell]!, this.sums[cell]! / this.rows[cell]!), positives, negatives);
    }
    return { ...sweep.finish().evidence, squaredErrorSum: drawn.squares[index]!, positiveLogLossSum: drawn.logs[index]! };
  }

  /** What the blocks give when each is there so many times; nothing that rests on predicted classes. */
  evidence(times: Float64Array): Pick<ClassificationEvidence, 'rows' | 'weight' | 'classScores'> {
    const each = 2 * this.classes * this.cells;
    const drawn = { counts: new Float64Array(each), squares: new Float64Array(this.classes), logs: new Float64Array(this.classes) };
    for (let block = 0; block < blocks; block++) {
      const often = times[block]!;
      if (often === 0) continue;
      for (let i = 0; i < each; i++) drawn.counts[i]! += often * this.counts[block * each + i]!;
      for (let index = 0; index < this.classes; index++) {
        drawn.squares[index]! += often * this.squares[block * this.classes + index]!;
        drawn.logs[index]! += often * this.logs[block * this.classes + index]!;
      }
    }
    const classScores = Array.from({ length: this.classes }, (_, index) => this.scoresOf(index, drawn));
    const [any] = classScores;
    const rows = any === undefined ? 0 : any.positives + any.negatives;
    return { rows, weight: rows, classScores };
  }
}

export interface BlockRequest {
  readonly view: string;
  /** SQL of the number of a row's segment, and how many there are. */
  readonly code: string;
  readonly count: number;
  /** SQL of the true class, null for a row that is left out, and the classes. */
  readonly truth: string;
  readonly labels: readonly string[];
  /** SQL of the probability of each class. */
  readonly scores: readonly string[];
}

/** Reads the rows of every segment once. Equal rows are told apart by their number among themselves, so that order does not matter. */
export async function gatherScoreBlocks(
  work: SegmentWork,
  { view, code, count, truth, labels, scores }: BlockRequest,
): Promise<ScoreBlocks[]> {
  const found = Array.from({ length: count }, () => new ScoreBlocks(labels.length));
  const names = scores.map((_, i) => `s${i}`);
  const values = scores.map((score, i) => `(${score} + 0.0)::double as s${i}`).join(', ');
  const places = labels.map((label, i) => `when ${quoteText(label)} then ${i}`).join(' ');
  const same = ['truth', ...names].join(', ');
  const block = `(hash(${same}, row_number() over (partition by segment, ${same})) % ${blocks})::double`;
  const rows = `select (${code})::double as segment, ${truth} as truth, ${values} from ${view}`;
  const sql = `select segment, (case truth ${places} end)::double, ${block}, ${names.join(', ')} from (${rows}) where truth is not null`;
  await work.database.using(work.context.signal, (connection) =>
    streamDoubles(
      connection,
      sql,
      ([segment, truths, at, ...columns], length) => {
        for (let row = 0; row < length; row++) found[segment![row]!]!.add(truths![row]!, at![row]!, (index) => columns[index]![row]!);
      },
      work.pacer,
    ),
  );
  return found;
}
