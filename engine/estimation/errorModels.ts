import {
  allRows,
  predictRows,
  trainGradientBoosting,
  usualBoosting,
  type BoostedTrees,
  type FeatureColumns,
} from '../learners/gradientBoosting.ts';
import type { Tree } from '../learners/boosting/tree.ts';
import type { Pacer } from '../jobs/pacer.ts';
import { leafOf, leavesOf, type Leaves } from './errorTree.ts';
import type { LossSums } from './lossSums.ts';

const mostLeaves = 8;
const fewestLeafRows = 50;
const leafShare = 0.02;

/**
 * What is known of a row without its label, as a few numbers that can be summed: which segment it is in, or its expected
 * losses. The sums of many rows give their mean losses.
 */
export interface ErrorModel {
  readonly width: number;
  /** Adds the numbers of a row to sums. */
  add(features: FeatureColumns, row: number, sums: Float64Array): void;
  /** Called for each block of rows before they are added. */
  prepare(features: FeatureColumns, rows: number): void;
  /** Mean losses of n rows from their sums. */
  means(sums: Float64Array, n: number): [number, number, number];
  /** Which features told the error, as shares of the gain; in the order of the features. */
  readonly gains: Float64Array;
}

export interface Training {
  readonly features: FeatureColumns;
  readonly rows: Uint32Array;
  /** |error|, error² and |error| / |target| of those rows; the last is NaN where the target is 0. */
  readonly losses: readonly [Float64Array, Float64Array, Float64Array];
}

function oneLeaf(): Tree {
  return {
    feature: Int32Array.of(-1),
    threshold: new Float64Array(1),
    missingLeft: new Uint8Array(1),
    left: Int32Array.of(-1),
    right: Int32Array.of(-1),
    value: new Float64Array(1),
  };
}

/** Segments are the leaves of one small tree that tells rows with a large error from rows with a small one. */
export class SegmentModel implements ErrorModel {
  readonly leaves: Leaves;
  readonly width: number;
  private table: [number, number, number][] = [];

  constructor(
    private readonly tree: Tree,
    readonly gains: Float64Array,
  ) {
    this.leaves = leavesOf(tree);
    this.width = this.leaves.paths.length;
  }

  prepare(): void {}

  leafOf(features: FeatureColumns, row: number): number {
    return leafOf(this.tree, this.leaves, features, row);
  }

  add(features: FeatureColumns, row: number, sums: Float64Array): void {
    sums[this.leafOf(features, row)]!++;
  }

  /** What the reference lost on average in each segment, over all its rows. */
  learn(segments: readonly LossSums[], whole: LossSums): void {
    const all = whole.means();
    this.table = segments.map((each) => each.means().map((mean, i) => (Number.isNaN(mean) ? all[i]! : mean)) as [number, number, number]);
  }

  means(sums: Float64Array, n: number): [number, number, number] {
    return [0, 1, 2].map((loss) => sums.reduce((total, rows, leaf) => total + (rows / n) * (this.table[leaf]?.[loss] ?? NaN), 0)) as [
      number,
      number,
      number,
    ];
  }
}

export async function trainSegments({ features, rows, losses }: Training, pacer: Pacer): Promise<SegmentModel> {
  const options = {
    ...usualBoosting,
    loss: 'squared' as const,
    trees: 1,
    learningRate: 1,
    leaves: mostLeaves,
    minRowsInLeaf: Math.max(fewestLeafRows, Math.ceil(rows.length * leafShare)),
  };
  const { model } = await pacer.run(trainGradientBoosting(features, rows, losses[0], options));
  return new SegmentModel(model?.trees[0] ?? oneLeaf(), model?.gains ?? new Float64Array(features.length));
}

/** A learner for each loss says what a row will lose. */
export class BoostedModel implements ErrorModel {
  readonly width = 3;
  private predicted: Float64Array[] = [];

  constructor(
    private readonly models: readonly (BoostedTrees | number)[],
    readonly gains: Float64Array,
  ) {}

  prepare(features: FeatureColumns, rows: number): void {
    const places = allRows(rows);
    this.predicted = this.models.map((model) =>
      typeof model === 'number' ? new Float64Array(rows).fill(model) : predictRows(model, features, places),
    );
  }

  add(_: FeatureColumns, row: number, sums: Float64Array): void {
    for (let loss = 0; loss < 3; loss++) sums[loss]! += Math.max(0, this.predicted[loss]![row]!);
  }

  means(sums: Float64Array, n: number): [number, number, number] {
    return [sums[0]! / n, sums[1]! / n, sums[2]! / n];
  }
}

/** The mean of what there is, where there is nothing to learn from; NaN for nothing at all. */
function meanOf(values: Float64Array): number {
  return values.length === 0 ? NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export async function trainBoosted({ features, rows, losses }: Training, pacer: Pacer): Promise<BoostedModel> {
  const models: (BoostedTrees | number)[] = [];
  const gains = new Float64Array(features.length);
  for (const loss of losses) {
    const places = rows.filter((_, i) => !Number.isNaN(loss[i]!));
    const target = loss.filter((value) => !Number.isNaN(value));
    const { model } = await pacer.run(trainGradientBoosting(features, places, target, { ...usualBoosting, loss: 'squared', leaves: 15 }));
    models.push(model ?? meanOf(target));
    if (loss === losses[0]) model?.gains.forEach((gain, i) => (gains[i] = gain));
  }
  return new BoostedModel(models, gains);
}
