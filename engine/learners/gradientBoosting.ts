import { seededRandom, type Random } from '#shared/lib/random.ts';
import { seededRanks } from '../stats/seededRanks.ts';
import { binFeatures, type BinnedFeatures, type FeatureColumns } from './boosting/featureBins.ts';
import { HistogramPool, TreeGrower, type TreeRules } from './boosting/growTree.ts';
import { probabilityOf, slopes, startScore, type Loss } from './boosting/losses.ts';
import { addTree, freezeTree, type Tree } from './boosting/tree.ts';

export type { FeatureColumns } from './boosting/featureBins.ts';

export interface BoostingOptions {
  readonly loss: Loss;
  readonly trees: number;
  readonly leaves: number;
  readonly maxDepth: number;
  readonly learningRate: number;
  readonly minRowsInLeaf: number;
  /** Added to the curvature of each leaf: larger makes smaller steps. */
  readonly l2: number;
  /** Share of the rows each tree is grown from. */
  readonly rowShare: number;
  /** Share of the features each tree may look at; at least one. */
  readonly featureShare: number;
  readonly seed: number;
}

export const usualBoosting: Omit<BoostingOptions, 'loss'> = {
  trees: 100,
  leaves: 31,
  maxDepth: Number.POSITIVE_INFINITY,
  learningRate: 0.1,
  minRowsInLeaf: 20,
  l2: 0,
  rowShare: 1,
  featureShare: 1,
  seed: 20_240_601,
};

export interface BoostedTrees {
  readonly loss: Loss;
  /** The score before the first tree. */
  readonly start: number;
  readonly trees: readonly Tree[];
  /** Gain of the splits on each feature, summed over all trees: which features were of use. */
  readonly gains: Float64Array;
  /** Mean loss over the training rows before each tree, and after the last. */
  readonly trainingLoss: readonly number[];
}

/** A model, or why there can be none. */
export type Trained =
  | { readonly model: BoostedTrees }
  | { readonly model: null; readonly reason: 'too-few-rows' | 'one-class' | 'constant' };

/** Draws `share` of 0 … n − 1, at least one. */
function draw(n: number, share: number, random: Random): Uint32Array {
  if (share >= 1) return Uint32Array.from({ length: n }, (_, i) => i);
  return Uint32Array.from(seededRanks(n, Math.max(1, Math.round(n * share)), random));
}

function whyNot(loss: Loss, target: Float64Array, features: FeatureColumns): Exclude<Trained, { model: BoostedTrees }>['reason'] | null {
  if (target.length < 2 || features.length === 0) return 'too-few-rows';
  if (target.every((value) => value === target[0])) return loss === 'logistic' ? 'one-class' : 'constant';
  return null;
}

interface Training {
  readonly features: FeatureColumns;
  /** The rows that are learned from; `target` and `scores` are in their order. */
  readonly rows: Uint32Array;
  readonly target: Float64Array;
  readonly scores: Float64Array;
  readonly binned: BinnedFeatures;
  readonly gains: Float64Array;
  readonly pool: HistogramPool;
}

function growOne(training: Training, slope: Float64Array, curvature: Float64Array, options: BoostingOptions, random: Random): Tree {
  const { features, rows, scores, binned, gains, pool } = training;
  const drawn = draw(rows.length, options.rowShare, random);
  const chosen = Array.from(draw(features.length, options.featureShare, random));
  const binCounts = binned.cuts.map((cuts) => cuts.length + 1);
  const rules: TreeRules = { ...options, minCurvatureInLeaf: 1e-3 };
  const grower = new TreeGrower({ binned, binCounts, features: chosen, slope, curvature }, rules, drawn, pool, gains);
  const all = drawn.length === rows.length;
  const nodes = grower.grow((leafRows, value) => {
    if (all) for (const row of leafRows) scores[row]! += value;
  });
  const tree = freezeTree(nodes);
  if (!all) addTree(tree, features, rows, scores);
  return tree;
}

/**
 * Learns boosted regression trees over histograms of the features. Yields between trees, so that a caller may pause or stop.
 *
 * Must be true: features are columns of equal length, NaN where missing; `target` has the length of `rows`, finite, and 0
 * or 1 for the logistic loss; rows are places in the features.
 * Returns the model, or a reason where there is too little to learn from. The same input and seed give the same model.
 * Throws nothing.
 *
 * Source: J. Friedman (2001), Greedy function approximation; second-order leaves of T. Chen and C. Guestrin (2016);
 * histograms and leaf-wise growth of G. Ke et al. (2017).
 */
export function* trainGradientBoosting(
  features: FeatureColumns,
  rows: Uint32Array,
  target: Float64Array,
  options: BoostingOptions,
): Generator<void, Trained, void> {
  const reason = whyNot(options.loss, target, features);
  if (reason !== null) return { model: null, reason };
  const random = seededRandom(options.seed);
  const start = startScore(options.loss, target);
  const scores = new Float64Array(rows.length).fill(start);
  const binned = yield* binFeatures(features, rows);
  const gains = new Float64Array(features.length);
  const training: Training = { features, rows, target, scores, binned, gains, pool: new HistogramPool(features.length) };
  const [slope, curvature] = [new Float64Array(rows.length), new Float64Array(rows.length)];
  const trees: Tree[] = [];
  const trainingLoss = [slopes(options.loss, target, scores, slope, curvature)];
  while (trees.length < options.trees) {
    const tree = growOne(training, slope, curvature, options, random);
    trees.push(tree);
    trainingLoss.push(slopes(options.loss, target, scores, slope, curvature));
    yield;
  }
  return { model: { loss: options.loss, start, trees, gains, trainingLoss } };
}

/** Scores of rows, in their order: log odds for the logistic loss, the predicted number for the squared one. */
export function scoreRows(model: BoostedTrees, features: FeatureColumns, rows: Uint32Array): Float64Array {
  const scores = new Float64Array(rows.length).fill(model.start);
  for (const tree of model.trees) addTree(tree, features, rows, scores);
  return scores;
}

/** What the model says of rows, in their order: the probability of class 1, or the predicted number. */
export function predictRows(model: BoostedTrees, features: FeatureColumns, rows: Uint32Array): Float64Array {
  const scores = scoreRows(model, features, rows);
  return model.loss === 'logistic' ? scores.map(probabilityOf) : scores;
}

/** Places 0 … n − 1: all rows. */
export function allRows(n: number): Uint32Array {
  return Uint32Array.from({ length: n }, (_, i) => i);
}
