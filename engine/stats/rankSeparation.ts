import { normalUpperTail } from './normalUpperTail.ts';
import type { RankSums } from './rankSums.ts';

/** How well scores tell two samples apart. */
export interface Separation {
  /** The chance that a current value scores higher than a reference value, ties counted half: the area under the ROC curve. */
  readonly auc: number;
  /** Of an area at least this large where the scores know nothing. */
  readonly pValue: number;
}

/**
 * The area under the ROC curve over several parts, each ranked for itself, and the p-value of its excess over one half.
 *
 * Must be true: each part has at least one value a side; the scores of a part were made without looking at that part's
 * labels, and those of later parts may have looked at earlier ones. Then the excesses of the parts are uncorrelated
 * where the labels mean nothing, and their variances nm(N + 1 − Σ(t³ − t)/(N(N − 1)))/12 add up.
 * Returns an area in [0, 1] and a p-value in [0, 1]. Without parts, or where all scores of each part are equal: ½ and p of 1.
 * Throws nothing.
 *
 * Source: J. A. Hanley and B. J. McNeil (1982) for the area; H. B. Mann and D. R. Whitney (1947) for its variance.
 *
 * @example rankSeparation([rankSums(Float64Array.of(1, 2), Float64Array.of(3, 4))]) // → { auc: 1, pValue: 0.06066762517924105 }
 */
export function rankSeparation(parts: readonly RankSums[]): Separation {
  let excess = 0;
  let pairs = 0;
  let variance = 0;
  for (const { n, m, pairsAbove, ties } of parts) {
    const N = n + m;
    pairs += n * m;
    excess += (n * m) / 2 - pairsAbove;
    variance += ((n * m) / 12) * (N + 1 - ties / (N * (N - 1)));
  }
  if (pairs === 0) return { auc: 0.5, pValue: 1 };
  const auc = 0.5 + excess / pairs;
  return { auc, pValue: variance > 0 ? normalUpperTail(excess / Math.sqrt(variance)) : 1 };
}
