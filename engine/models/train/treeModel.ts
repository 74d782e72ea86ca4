import { probabilityOf } from '../../learners/boosting/losses.ts';
import { addTree, type Tree } from '../../learners/boosting/tree.ts';
import { allRows, type BoostedTrees, type FeatureColumns } from '../../learners/gradientBoosting.ts';
import type { Part } from './encodeParts.ts';
import type { Fitted } from './fitted.ts';
import { boosting, fitTrees, placesByTarget, treeColumns } from './fitTrees.ts';
import type { GraphBuilder } from './graphBuilder.ts';
import { doubles, machineLearning } from './onnxParts.ts';
import type { Target } from './readTarget.ts';

/** The nodes of all trees in the lists that the operator wants. */
function listsOf(trees: readonly Tree[], columnOf: readonly number[]) {
  const ints: Record<
    | 'nodes_treeids'
    | 'nodes_nodeids'
    | 'nodes_featureids'
    | 'nodes_truenodeids'
    | 'nodes_falsenodeids'
    | 'nodes_missing_value_tracks_true'
    | 'target_treeids'
    | 'target_nodeids'
    | 'target_ids',
    number[]
  > = {
    nodes_treeids: [],
    nodes_nodeids: [],
    nodes_featureids: [],
    nodes_truenodeids: [],
    nodes_falsenodeids: [],
    nodes_missing_value_tracks_true: [],
    target_treeids: [],
    target_nodeids: [],
    target_ids: [],
  };
  const [modes, thresholds, weights]: [string[], number[], number[]] = [[], [], []];
  trees.forEach((tree, id) => {
    for (let at = 0; at < tree.left.length; at++) {
      const isLeaf = tree.left[at]! < 0;
      ints.nodes_treeids.push(id);
      ints.nodes_nodeids.push(at);
      ints.nodes_featureids.push(isLeaf ? 0 : columnOf[tree.feature[at]!]!);
      ints.nodes_truenodeids.push(isLeaf ? 0 : tree.left[at]!);
      ints.nodes_falsenodeids.push(isLeaf ? 0 : tree.right[at]!);
      ints.nodes_missing_value_tracks_true.push(isLeaf ? 0 : tree.missingLeft[at]!);
      modes.push(isLeaf ? 'LEAF' : 'BRANCH_LEQ');
      thresholds.push(isLeaf ? 0 : tree.threshold[at]!);
      if (!isLeaf) continue;
      ints.target_treeids.push(id);
      ints.target_nodeids.push(at);
      ints.target_ids.push(0);
      weights.push(tree.value[at]!);
    }
  });
  return { ints, modes, thresholds, weights };
}

/** The sum of all trees for each row, [N, 1]. Thresholds are doubles, so that rows take the way they took in training. */
function writeTrees(builder: GraphBuilder, parts: readonly Part[], model: BoostedTrees, places: ReadonlyMap<Part, Float64Array>): string {
  const { name, order } = builder.numberedMatrix((part) => places.get(part)!);
  const { ints, modes, thresholds, weights } = listsOf(
    model.trees,
    parts.map((part) => order.indexOf(part)),
  );
  const attributes = {
    ...Object.fromEntries(Object.entries(ints).map(([key, values]) => [key, { ints: values }])),
    nodes_modes: modes,
    nodes_values_as_tensor: doubles('', [thresholds.length], thresholds),
    target_weights_as_tensor: doubles('', [weights.length], weights),
    n_targets: 1,
    post_transform: 'NONE',
  };
  const sum = builder.add('TreeEnsembleRegressor', [name], 'trees', { domain: machineLearning, attributes });
  const cast = builder.add('Cast', [sum], 'trees_as_doubles', { attributes: { to: 11 } });
  return builder.add('Add', [cast, builder.doubles('start', [1, 1], [model.start])], 'score');
}

function writeProbabilities(builder: GraphBuilder, score: string): string {
  const second = builder.add('Sigmoid', [score], 'of_second');
  const first = builder.add('Sigmoid', [builder.add('Neg', [score], 'score_of_first')], 'of_first');
  return builder.add('Concat', [first, second], 'shares', { attributes: { axis: 1 } });
}

/** The score of every row, and the size of what was added up for it. */
function* scoresOf(model: BoostedTrees, columns: FeatureColumns): Generator<void, Record<'scores' | 'sizes', Float64Array>, void> {
  const rows = allRows(columns[0]!.length);
  const scores = new Float64Array(rows.length).fill(model.start);
  const sizes = new Float64Array(rows.length).fill(Math.abs(model.start));
  const added = new Float64Array(rows.length);
  for (const tree of model.trees) {
    addTree(tree, columns, rows, added.fill(0));
    for (let i = 0; i < rows.length; i++) {
      scores[i]! += added[i]!;
      sizes[i]! += Math.abs(added[i]!);
    }
    yield;
  }
  return { scores, sizes };
}

/** Boosted trees, as a model that can be written: of numbers, or of two classes. */
export function* trainTrees(parts: readonly Part[], rows: Uint32Array, target: Target): Generator<void, Fitted, void> {
  const values = Float64Array.from(rows, (row) => (target.as === 'number' ? target.values[row]! : target.codes[row]!));
  const places = new Map<Part, Float64Array>(
    parts.flatMap((part) => (part.as === 'category' ? [[part, placesByTarget(part, rows, values)] as const] : [])),
  );
  const columns = treeColumns(parts, places);
  const model = yield* fitTrees(columns, rows, values, target.as === 'number' ? 'squared' : 'logistic');
  const { scores, sizes } = yield* scoresOf(model, columns);
  const [classes, whole] = target.as === 'number' ? [null, false] : [target.classes, target.whole];
  return {
    parts,
    classes,
    write: (builder) => {
      const written = writeTrees(builder, parts, model, places);
      if (classes === null) builder.output(written, 'prediction', 'float64', 1);
      else builder.classes(writeProbabilities(builder, written), classes, whole);
    },
    predict: (row, into) => {
      const [value, size] = [scores[row]!, sizes[row]!];
      if (classes === null) into[0] = value;
      else {
        into[0] = probabilityOf(-value);
        into[1] = probabilityOf(value);
      }
      return classes === null ? size : Math.max(1, size);
    },
    tolerance: 1e-6,
    coefficients: parts.map(() => null),
    intercept: null,
    notes: [],
    settings: {
      method: 'boosted trees over histograms',
      trees: boosting.trees,
      leaves: boosting.leaves,
      learningRate: boosting.learningRate,
      minRowsInLeaf: boosting.minRowsInLeaf,
      bins: boosting.bins,
    },
  };
}
