import type { FeatureColumns } from './featureBins.ts';

/** One tree in arrays, a node a place; a node without children (−1) is a leaf with a value. */
export interface Tree {
  readonly feature: Int32Array;
  /** Values up to the threshold go left. */
  readonly threshold: Float64Array;
  readonly missingLeft: Uint8Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly value: Float64Array;
}

/** A node while the tree grows. */
export interface GrowingNode {
  feature: number;
  threshold: number;
  bin: number;
  missingLeft: boolean;
  left: number;
  right: number;
  value: number;
}

export const newLeaf = (value: number): GrowingNode => ({
  feature: -1,
  threshold: 0,
  bin: 0,
  missingLeft: false,
  left: -1,
  right: -1,
  value,
});

export function freezeTree(nodes: readonly GrowingNode[]): Tree {
  return {
    feature: Int32Array.from(nodes, (node) => node.feature),
    threshold: Float64Array.from(nodes, (node) => node.threshold),
    missingLeft: Uint8Array.from(nodes, (node) => (node.missingLeft ? 1 : 0)),
    left: Int32Array.from(nodes, (node) => node.left),
    right: Int32Array.from(nodes, (node) => node.right),
    value: Float64Array.from(nodes, (node) => node.value),
  };
}

/** Adds a tree's value to the score of each row given. */
export function addTree(tree: Tree, features: FeatureColumns, rows: Uint32Array, scores: Float64Array): void {
  const { feature, threshold, missingLeft, left, right, value } = tree;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    let node = 0;
    while (left[node]! >= 0) {
      const x = features[feature[node]!]![row]!;
      const goesLeft = Number.isNaN(x) ? missingLeft[node] === 1 : x <= threshold[node]!;
      node = goesLeft ? left[node]! : right[node]!;
    }
    scores[i]! += value[node]!;
  }
}
