import type { Random } from '#shared/lib/random.ts';
import { shapleyOfWalk } from '../../stats/shapleyWalks.ts';
import { shuffledIndexes } from '../../stats/shuffledIndexes.ts';
import type { FeatureRows } from '../scoring/batchScorer.ts';
import { makeCells, type Cells } from '../tensors.ts';
import { sliceCells, type ExplainedModel } from './explainedModel.ts';

/** Rows with what the model gives for them, one array an explained number. */
export interface KnownRows extends FeatureRows {
  readonly predictions: readonly Float64Array[];
}

/** From one row (of `start`) to another (of `end`). */
export type RowPair = readonly [start: number, end: number];

interface Walk {
  readonly pair: number;
  /** The players that differ, in the order in which they change. */
  readonly changing: Uint32Array;
  readonly order: Uint32Array;
  /** Place of its first row in the block. */
  readonly at: number;
}

export interface PairWork {
  readonly start: KnownRows;
  readonly end: KnownRows;
  readonly pairs: readonly RowPair[];
  /** Orders of the columns for each pair, each taken forward and backward. */
  readonly permutations: number;
  readonly random: Random;
}

/** Cells held at a time for rows on the way; a walk of one pair is never split. */
const mostCells = 1_000_000;
const mostRows = 4096;

/** Rows on the way from one row to another, gathered until there are enough for the model. */
class WalkBlock {
  rows = 0;
  walks: Walk[] = [];
  readonly columns: Cells[];

  constructor(
    model: ExplainedModel,
    readonly capacity: number,
  ) {
    this.columns = model.features.map(({ kind }) => makeCells(kind, capacity));
  }

  private copy(from: FeatureRows, row: number, features: readonly number[]): void {
    for (const feature of features) (this.columns[feature] as unknown[])[this.rows] = from.columns[feature]![row];
  }

  /** Writes the rows after each but the last of the players has changed. */
  addWay(model: ExplainedModel, { start, end }: PairWork, [a, b]: RowPair, path: readonly number[]): void {
    const all = model.features.map((_, i) => i);
    for (let step = 0; step < path.length - 1; step += 1) {
      if (step === 0) this.copy(start, a, all);
      else for (const cells of this.columns) (cells as unknown[])[this.rows] = cells[this.rows - 1];
      this.copy(end, b, model.players[path[step]!]!.features);
      this.rows += 1;
    }
  }

  take(): FeatureRows {
    return { rows: this.rows, columns: this.columns.map((cells) => sliceCells(cells, 0, this.rows)) };
  }

  clear(): void {
    this.rows = 0;
    this.walks = [];
  }
}

/** Players whose cells are not the same in both rows; the others add nothing. */
function differing({ players }: ExplainedModel, { start, end }: PairWork, [a, b]: RowPair): Uint32Array {
  const differs = (feature: number): boolean => !Object.is(start.columns[feature]![a], end.columns[feature]![b]);
  return Uint32Array.from(players.flatMap(({ features }, i) => (features.some(differs) ? [i] : [])));
}

/**
 * Shapley values of the columns on the way from one row to another, for many pairs of rows: what each column adds to the
 * change of the prediction when it takes the value of the other row, on average over orders of the columns. `take` gets, for
 * each pair in order, one array an explained number with a value a column of the data; they sum to the change.
 */
export async function shapleyOfPairs(
  model: ExplainedModel,
  work: PairWork,
  take: (pair: number, shares: readonly Float64Array[]) => void,
): Promise<void> {
  const { start, end, pairs, permutations, random } = work;
  const width = 2 * Math.max(1, model.players.length - 1);
  const capacity = Math.max(width, Math.min(mostRows, Math.floor(mostCells / Math.max(1, model.features.length))));
  const block = new WalkBlock(model, capacity);
  const numbers = model.plan.numbers.map((_, i) => i);
  const open = new Map<number, { shares: Float64Array[]; orders: number; left: number }>();
  const ends = (pair: number, number: number): { start: number; end: number } => ({
    start: start.predictions[number]![pairs[pair]![0]]!,
    end: end.predictions[number]![pairs[pair]![1]]!,
  });

  const flush = async (): Promise<void> => {
    const predicted = block.rows === 0 ? numbers.map(() => new Float64Array(0)) : await model.predict(block.take());
    for (const { pair, changing, order, at } of block.walks) {
      const steps = Math.max(0, changing.length - 1);
      const sums = open.get(pair)!;
      for (const number of numbers) {
        const values = predicted[number]!;
        const forward = values.subarray(at, at + steps);
        const backward = values.subarray(at + steps, at + 2 * steps);
        const found = shapleyOfWalk({ order, forward, backward, ...ends(pair, number) });
        found.forEach((share, i) => (sums.shares[number]![changing[i]!]! += share / sums.orders));
      }
      sums.left -= 1;
      if (sums.left > 0) continue;
      take(pair, sums.shares);
      open.delete(pair);
    }
    block.clear();
  };

  for (let pair = 0; pair < pairs.length; pair += 1) {
    const changing = differing(model, work, pairs[pair]!);
    // Two players have one order and its reverse; fewer have no choice.
    const orders = changing.length <= 2 ? 1 : permutations;
    open.set(pair, { shares: numbers.map(() => new Float64Array(model.players.length)), orders, left: orders });
    for (let i = 0; i < orders; i += 1) {
      if (block.rows + width > block.capacity) await flush();
      const order = shuffledIndexes(changing.length, random);
      block.walks.push({ pair, changing, order, at: block.rows });
      const path = Array.from(order, (player) => changing[player]!);
      block.addWay(model, work, pairs[pair]!, path);
      block.addWay(model, work, pairs[pair]!, path.toReversed());
    }
  }
  await flush();
}
