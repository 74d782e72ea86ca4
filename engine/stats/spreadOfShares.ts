import { sum } from './shares.ts';

const steps = 8;

/**
 * What chance does to areas between distribution functions: ∫ √(F(1 − F)) and ∫ F(1 − F), from counts in bins.
 *
 * Must be true: edges ascend, one more than there are counts; the counts are not all 0.
 * Returns both integrals in the unit of the edges; values are taken as spread evenly over their bin.
 * Throws nothing.
 *
 * Source: E. del Barrio, E. Giné and C. Matrán (1999), Central limit theorems for the Wasserstein distance between the
 * empirical and the true distributions, for the first; half of Gini's mean difference is the second.
 *
 * @example spreadOfShares([0, 1], [10]).gini // → 0.16796875
 */
export function spreadOfShares(edges: ArrayLike<number>, counts: ArrayLike<number>): { readonly root: number; readonly gini: number } {
  const total = sum(counts);
  let below = 0;
  let root = 0;
  let gini = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    const width = edges[bin + 1]! - edges[bin]!;
    for (let step = 0; step < steps; step++) {
      const share = Math.min(1, (below + (counts[bin]! * (step + 0.5)) / steps) / total);
      const spread = share * (1 - share);
      root += (Math.sqrt(spread) * width) / steps;
      gini += (spread * width) / steps;
    }
    below += counts[bin]!;
  }
  return { root, gini };
}
