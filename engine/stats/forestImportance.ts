import { growTree, leafOf, type BinnedTable, type BinnedTree } from './binnedTree.ts';

/** What a forest says of each feature. */
export interface ForestImportance {
  /** How much the mean squared error on unseen rows rises when the feature's values are shuffled; may be a little below 0. */
  readonly rises: Float64Array;
  /** The share of the outputs' variance that the forest explains on rows it has not seen; below 0 where it explains nothing. */
  readonly explained: number;
}

const trees = 32;
const depth = 10;
const least = 10;

type Random = () => number;

/** Rows drawn with putting back, and those that were not drawn. */
function bagOf(n: number, random: Random): { bag: Uint32Array; unseen: Uint32Array } {
  const bag = Uint32Array.from({ length: n }, () => Math.floor(random() * n));
  const drawn = new Set(bag);
  return { bag, unseen: Uint32Array.from({ length: n }, (_, i) => i).filter((row) => !drawn.has(row)) };
}

function errorAt({ outputs }: BinnedTable, row: number, means: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < outputs.length; k++) sum += (outputs[k]![row]! - means[k]!) ** 2;
  return sum;
}

function shuffled(rows: Uint32Array, random: Random): Uint32Array {
  const order = rows.slice();
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** How much the tree errs more on unseen rows when they trade the values of one feature. */
function riseOf(table: BinnedTable, tree: BinnedTree, unseen: Uint32Array, feature: number, random: Random): number {
  const others = shuffled(unseen, random);
  let rise = 0;
  unseen.forEach((row, i) => {
    const own = leafOf(tree, (asked) => table.features[asked]![row]!);
    const traded = leafOf(tree, (asked) => table.features[asked]![asked === feature ? others[i]! : row]!);
    if (own !== traded) rise += errorAt(table, row, tree.means[traded]!) - errorAt(table, row, tree.means[own]!);
  });
  return unseen.length === 0 ? 0 : rise / unseen.length;
}

/** The forest's mean prediction of each row by the trees that have not seen it. */
class UnseenMeans {
  private readonly sums: readonly Float64Array[];
  private readonly counts: Float64Array;

  constructor(private readonly table: BinnedTable) {
    this.sums = table.outputs.map(({ length }) => new Float64Array(length));
    this.counts = new Float64Array(table.outputs[0]!.length);
  }

  add(tree: BinnedTree, unseen: Uint32Array): void {
    for (const row of unseen) {
      const means = tree.means[leafOf(tree, (asked) => this.table.features[asked]![row]!)]!;
      this.sums.forEach((sum, k) => (sum[row]! += means[k]!));
      this.counts[row]!++;
    }
  }

  explained(): number {
    let [errors, spread] = [0, 0];
    this.table.outputs.forEach((output, k) => {
      const mean = output.reduce((sum, value) => sum + value, 0) / output.length;
      output.forEach((value, row) => {
        if (this.counts[row] === 0) return;
        errors += (value - this.sums[k]![row]! / this.counts[row]!) ** 2;
        spread += (value - mean) ** 2;
      });
    });
    return spread > 0 ? 1 - errors / spread : 0;
  }
}

/**
 * How much each feature matters to a random forest that predicts the outputs.
 *
 * Must be true: there is at least one output and one row; features hold whole numbers below 32; `random` is seeded.
 * Returns the rise of the error on unseen rows for each feature, mean over 32 trees, and the share of variance explained.
 * Yields after each tree.
 * Throws nothing.
 *
 * Source: L. Breiman (2001), Random forests: importance by permuting out-of-bag rows.
 *
 * @example forestImportance({ features: [], outputs: [Float64Array.of(1)] }, () => 0).next().done // → false
 */
export function* forestImportance(table: BinnedTable, random: Random): Generator<void, ForestImportance, void> {
  const count = table.features.length;
  const rises = new Float64Array(count);
  const means = new UnseenMeans(table);
  const tried = Math.max(Math.min(count, 4), Math.ceil(count / 3));
  for (let t = 0; t < trees; t++) {
    const { bag, unseen } = bagOf(table.outputs[0]!.length, random);
    const tree = growTree(table, bag, { tried, depth, least, random });
    means.add(tree, unseen);
    for (const feature of new Set(tree.feature)) {
      if (feature >= 0) rises[feature]! += riseOf(table, tree, unseen, feature, random) / trees;
    }
    yield;
  }
  return { rises, explained: means.explained() };
}
