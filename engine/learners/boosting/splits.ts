import { binSlots, missingBin } from './featureBins.ts';

/** What a leaf must keep to be split. */
export interface SplitRules {
  readonly l2: number;
  readonly minRowsInLeaf: number;
  readonly minCurvatureInLeaf: number;
}

/** Slope, curvature and rows, summed. */
export interface Sums {
  readonly slope: number;
  readonly curvature: number;
  readonly rows: number;
}

export interface Split {
  readonly gain: number;
  readonly feature: number;
  /** Bins up to this one go left. */
  readonly bin: number;
  readonly missingLeft: boolean;
  readonly left: Sums;
  readonly right: Sums;
}

/** Cells a bin takes in a histogram: slope, curvature, rows. */
export const cellsPerBin = 3;
export const cellsPerFeature = binSlots * cellsPerBin;

function worth(slope: number, curvature: number, l2: number): number {
  return (slope * slope) / (curvature + l2);
}

const minus = (all: Sums, part: Sums): Sums => ({
  slope: all.slope - part.slope,
  curvature: all.curvature - part.curvature,
  rows: all.rows - part.rows,
});

/** The best split of one feature in a leaf, the missing values on either side; null where none keeps the rules. */
function bestOfFeature(histogram: Float64Array, feature: number, bins: number, total: Sums, rules: SplitRules): Split | null {
  const base = feature * cellsPerFeature;
  const missing = base + missingBin * cellsPerBin;
  const missingRows = histogram[missing + 2]!;
  const { l2, minRowsInLeaf, minCurvatureInLeaf } = rules;
  const before = worth(total.slope, total.curvature, l2);
  let best = { gain: 0, bin: -1, missingLeft: false, left: total };
  for (let side = 0; side < (missingRows > 0 ? 2 : 1); side++) {
    const missingLeft = side === 1;
    let slope = missingLeft ? histogram[missing]! : 0;
    let curvature = missingLeft ? histogram[missing + 1]! : 0;
    let rows = missingLeft ? missingRows : 0;
    // With missing values on the right, all that is there against all that is missing is a split too.
    const last = missingRows > 0 && !missingLeft ? bins : bins - 1;
    for (let bin = 0; bin < last; bin++) {
      const cell = base + bin * cellsPerBin;
      slope += histogram[cell]!;
      curvature += histogram[cell + 1]!;
      rows += histogram[cell + 2]!;
      if (rows < minRowsInLeaf || curvature < minCurvatureInLeaf) continue;
      if (total.rows - rows < minRowsInLeaf || total.curvature - curvature < minCurvatureInLeaf) break;
      const gain = worth(slope, curvature, l2) + worth(total.slope - slope, total.curvature - curvature, l2) - before;
      if (gain > best.gain) best = { gain, bin, missingLeft, left: { slope, curvature, rows } };
    }
  }
  if (best.bin < 0) return null;
  const right = minus(total, best.left);
  return { ...best, feature, right, missingLeft: missingRows > 0 ? best.missingLeft : best.left.rows >= right.rows };
}

/** The best split of a leaf over the features given; the first of equals, so that the same data gives the same tree. */
export function bestSplit(
  histogram: Float64Array,
  features: readonly number[],
  binCounts: readonly number[],
  total: Sums,
  rules: SplitRules,
): Split | null {
  let best: Split | null = null;
  for (const feature of features) {
    const split = bestOfFeature(histogram, feature, binCounts[feature]!, total, rules);
    // Gains that differ by rounding only are equal: differences of histograms must not decide.
    if (split !== null && split.gain > (best?.gain ?? 0) * (1 + 1e-12)) best = split;
  }
  return best;
}
