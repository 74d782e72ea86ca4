/** Rows whose features are whole numbers from 0 to 31, and the numbers to be predicted from them, one array each. */
export interface BinnedTable {
  readonly features: readonly Uint8Array[];
  readonly outputs: readonly Float64Array[];
}

export const mostBins = 32;

/** A tree of yes-or-no questions: node i asks whether feature[i] is at most bin[i]; a leaf has feature −1. */
export interface BinnedTree {
  readonly feature: readonly number[];
  readonly bin: readonly number[];
  /** The node for yes; the one for no comes right after it. */
  readonly yes: readonly number[];
  /** Means of the outputs at the node. */
  readonly means: readonly Float64Array[];
}

interface TreeOptions {
  /** Features tried at each node, drawn anew. */
  readonly tried: number;
  readonly depth: number;
  /** Rows that a leaf has at least. */
  readonly least: number;
  readonly random: () => number;
}

interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly gain: number;
}

function meansOf({ outputs }: BinnedTable, rows: Uint32Array): Float64Array {
  return Float64Array.from(outputs, (output) => rows.reduce((sum, row) => sum + output[row]!, 0) / Math.max(1, rows.length));
}

function drawn(count: number, size: number, random: () => number): number[] {
  const all = Array.from({ length: count }, (_, i) => i);
  for (let i = 0; i < size; i++) {
    const j = i + Math.floor(random() * (count - i));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all.slice(0, size);
}

/** How much the squared error falls at each cut of one feature; `sums` has the bins' totals of each output. */
function bestCut(counts: Float64Array, sums: Float64Array, outputs: number, least: number): { bin: number; gain: number } {
  const all = Float64Array.from({ length: outputs }, (_, k) => sums.subarray(k * mostBins, (k + 1) * mostBins).reduce((a, b) => a + b, 0));
  const n = counts.reduce((a, b) => a + b, 0);
  const below = new Float64Array(outputs);
  const whole = all.reduce((total, sum) => total + (sum * sum) / n, 0);
  let best = { bin: -1, gain: 0 };
  let rows = 0;
  for (let bin = 0; bin < mostBins - 1; bin++) {
    rows += counts[bin]!;
    let fit = 0;
    for (let k = 0; k < outputs; k++) {
      below[k]! += sums[k * mostBins + bin]!;
      if (rows > 0 && rows < n) fit += below[k]! ** 2 / rows + (all[k]! - below[k]!) ** 2 / (n - rows);
    }
    if (counts[bin]! > 0 && rows >= least && n - rows >= least && fit - whole > best.gain) best = { bin, gain: fit - whole };
  }
  return best;
}

function bestSplit(table: BinnedTable, rows: Uint32Array, { tried, least, random }: TreeOptions): Split | null {
  const { features, outputs } = table;
  let best: Split | null = null;
  for (const feature of drawn(features.length, Math.min(tried, features.length), random)) {
    const codes = features[feature]!;
    const counts = new Float64Array(mostBins);
    const sums = new Float64Array(mostBins * outputs.length);
    for (const row of rows) counts[codes[row]!]!++;
    outputs.forEach((output, k) => {
      for (const row of rows) sums[k * mostBins + codes[row]!]! += output[row]!;
    });
    const { bin, gain } = bestCut(counts, sums, outputs.length, least);
    if (bin >= 0 && gain > (best?.gain ?? 1e-12)) best = { feature, bin, gain };
  }
  return best;
}

/**
 * Grows a regression tree of several outputs that lowers the squared error most at each question.
 *
 * Must be true: features hold whole numbers below 32, `rows` numbers of rows, some of them perhaps more than once.
 * Returns a tree of at least one node; the first is the root.
 * Throws nothing.
 *
 * Source: L. Breiman et al. (1984), Classification and regression trees.
 *
 * @example growTree({ features: [Uint8Array.of(0, 1)], outputs: [Float64Array.of(2, 4)] }, Uint32Array.of(0, 1), { tried: 1, depth: 1, least: 1, random: () => 0 }).means.map(([mean]) => mean) // → [3, 2, 4]
 */
export function growTree(table: BinnedTable, rows: Uint32Array, options: TreeOptions): BinnedTree {
  const tree = { feature: [-1], bin: [0], yes: [-1], means: [meansOf(table, rows)] };
  const open = [{ node: 0, rows, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (depth >= options.depth || next.rows.length < 2 * options.least) continue;
    const split = bestSplit(table, next.rows, options);
    if (split === null) continue;
    const codes = table.features[split.feature]!;
    const parts = [next.rows.filter((row) => codes[row]! <= split.bin), next.rows.filter((row) => codes[row]! > split.bin)];
    tree.feature[node] = split.feature;
    tree.bin[node] = split.bin;
    tree.yes[node] = tree.feature.length;
    for (const part of parts) {
      open.push({ node: tree.feature.length, rows: part, depth: depth + 1 });
      tree.feature.push(-1);
      tree.bin.push(0);
      tree.yes.push(-1);
      tree.means.push(meansOf(table, part));
    }
  }
  return tree;
}

/**
 * The leaf that a row comes to.
 *
 * Must be true: `codeOf` gives the row's value of a feature.
 * Returns the number of a node.
 * Throws nothing.
 *
 * Source: see growTree.
 *
 * @example leafOf({ feature: [0, -1, -1], bin: [3, 0, 0], yes: [1, -1, -1], means: [] }, () => 4) // → 2
 */
export function leafOf({ feature, bin, yes }: BinnedTree, codeOf: (feature: number) => number): number {
  let node = 0;
  while (feature[node]! >= 0) node = yes[node]! + (codeOf(feature[node]!) <= bin[node]! ? 0 : 1);
  return node;
}
