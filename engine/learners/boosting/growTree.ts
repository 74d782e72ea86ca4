import { missingBin, type BinnedFeatures } from './featureBins.ts';
import { bestSplit, cellsPerBin, cellsPerFeature, type Split, type SplitRules, type Sums } from './splits.ts';
import { newLeaf, type GrowingNode } from './tree.ts';

export interface TreeRules extends SplitRules {
  readonly leaves: number;
  readonly maxDepth: number;
  readonly learningRate: number;
}

/** What one tree is grown from; rows are places in the binned features. */
export interface TreeData {
  readonly binned: BinnedFeatures;
  readonly binCounts: readonly number[];
  /** The features this tree may look at. */
  readonly features: readonly number[];
  readonly slope: Float64Array;
  readonly curvature: Float64Array;
}

/** A leaf that may still be split: its part of the rows, its histogram and its best split. */
interface OpenLeaf {
  readonly node: number;
  readonly depth: number;
  readonly from: number;
  readonly to: number;
  readonly sums: Sums;
  readonly histogram: Float64Array;
  readonly split: Split;
}

/** Histograms are large and of one size, so they are used again. */
export class HistogramPool {
  private readonly free: Float64Array[] = [];

  constructor(private readonly features: number) {}

  take(): Float64Array {
    const histogram = this.free.pop();
    if (histogram === undefined) return new Float64Array(this.features * cellsPerFeature);
    return histogram.fill(0);
  }

  give(histogram: Float64Array): void {
    this.free.push(histogram);
  }
}

function sumRows(data: TreeData, rows: Uint32Array): Sums {
  let slope = 0;
  let curvature = 0;
  for (const row of rows) {
    slope += data.slope[row]!;
    curvature += data.curvature[row]!;
  }
  return { slope, curvature, rows: rows.length };
}

function fillHistogram(histogram: Float64Array, data: TreeData, rows: Uint32Array): void {
  const { slope, curvature, binned, features } = data;
  const n = rows.length;
  for (const feature of features) {
    const bins = binned.bins[feature]!;
    const base = feature * cellsPerFeature;
    for (let i = 0; i < n; i++) {
      const row = rows[i]!;
      const cell = base + bins[row]! * cellsPerBin;
      histogram[cell]! += slope[row]!;
      histogram[cell + 1]! += curvature[row]!;
      histogram[cell + 2]!++;
    }
  }
}

/** What one child holds is what the parent held without the other child. */
function subtract(parent: Float64Array, child: Float64Array, features: readonly number[]): void {
  for (const feature of features) {
    const end = (feature + 1) * cellsPerFeature;
    for (let cell = feature * cellsPerFeature; cell < end; cell++) parent[cell]! -= child[cell]!;
  }
}

/** Grows one tree leaf by leaf, always splitting the leaf that gains most. */
export class TreeGrower {
  readonly nodes: GrowingNode[] = [];
  private readonly open: OpenLeaf[] = [];
  private readonly spare: Uint32Array;

  constructor(
    private readonly data: TreeData,
    private readonly rules: TreeRules,
    private readonly rows: Uint32Array,
    private readonly pool: HistogramPool,
    private readonly gains: Float64Array,
  ) {
    this.spare = new Uint32Array(rows.length);
  }

  /** Grows the tree; `take` is given the rows of each leaf with its value. */
  grow(take: (rows: Uint32Array, value: number) => void): GrowingNode[] {
    const histogram = this.pool.take();
    fillHistogram(histogram, this.data, this.rows);
    const spans: [number, number][] = [];
    this.addLeaf({ depth: 0, from: 0, to: this.rows.length, sums: sumRows(this.data, this.rows), histogram }, spans);
    let leaves = 1;
    while (leaves < this.rules.leaves && this.open.length > 0) {
      this.splitLeaf(this.takeBest(), spans);
      leaves++;
    }
    for (const { histogram: left } of this.open) this.pool.give(left);
    this.nodes.forEach((node, i) => {
      if (node.left < 0) take(this.rows.subarray(...spans[i]!), node.value);
    });
    return this.nodes;
  }

  private addLeaf(leaf: Omit<OpenLeaf, 'node' | 'split'>, spans: [number, number][]): void {
    const { learningRate, l2, minRowsInLeaf, maxDepth } = this.rules;
    const { slope, curvature, rows } = leaf.sums;
    const step = curvature + l2 > 0 ? -slope / (curvature + l2) : 0;
    this.nodes.push(newLeaf(learningRate * step));
    spans.push([leaf.from, leaf.to]);
    const maySplit = rows >= 2 * minRowsInLeaf && leaf.depth < maxDepth;
    const split = maySplit ? bestSplit(leaf.histogram, this.data.features, this.data.binCounts, leaf.sums, this.rules) : null;
    if (split === null) this.pool.give(leaf.histogram);
    else this.open.push({ ...leaf, node: this.nodes.length - 1, split });
  }

  private takeBest(): OpenLeaf {
    let best = 0;
    for (let i = 1; i < this.open.length; i++) {
      const [one, other] = [this.open[i]!, this.open[best]!];
      const gap = one.split.gain - other.split.gain * (1 + 1e-12);
      if (gap > 0) best = i;
    }
    return this.open.splice(best, 1)[0]!;
  }

  /** Puts the rows that go left first, each part in the order it had. Returns where the right part begins. */
  private partition({ from, to, split }: OpenLeaf): number {
    const bins = this.data.binned.bins[split.feature]!;
    const { rows, spare } = this;
    let left = from;
    let right = 0;
    for (let i = from; i < to; i++) {
      const row = rows[i]!;
      const bin = bins[row]!;
      if (bin === missingBin ? split.missingLeft : bin <= split.bin) rows[left++] = row;
      else spare[right++] = row;
    }
    rows.set(spare.subarray(0, right), left);
    return left;
  }

  private splitLeaf(leaf: OpenLeaf, spans: [number, number][]): void {
    const { split, histogram, depth, from, to } = leaf;
    const middle = this.partition(leaf);
    this.gains[split.feature]! += split.gain;
    const cuts = this.data.binned.cuts[split.feature]!;
    const smallIsLeft = middle - from <= to - middle;
    const small = this.pool.take();
    fillHistogram(small, this.data, smallIsLeft ? this.rows.subarray(from, middle) : this.rows.subarray(middle, to));
    subtract(histogram, small, this.data.features);
    const node = this.nodes[leaf.node]!;
    Object.assign(node, {
      feature: split.feature,
      bin: split.bin,
      // Past the last border lie no values: all that is there goes left, what is missing right.
      threshold: cuts[split.bin] ?? Number.POSITIVE_INFINITY,
      missingLeft: split.missingLeft,
      left: this.nodes.length,
      right: this.nodes.length + 1,
    });
    const [left, right] = smallIsLeft ? [small, histogram] : [histogram, small];
    this.addLeaf({ depth: depth + 1, from, to: middle, sums: split.left, histogram: left }, spans);
    this.addLeaf({ depth: depth + 1, from: middle, to, sums: split.right, histogram: right }, spans);
  }
}
