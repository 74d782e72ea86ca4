/**
 * The chance that a row of class 1 scores higher than one of class 0, ties counted half: the area under the ROC curve.
 *
 * Must be true: `scores` holds no NaN; `labels` are 0 or 1, as many as scores.
 * Returns a share in [0, 1], 0.5 where scores say nothing; NaN where one class has no row.
 * Throws nothing.
 *
 * Source: Mann and Whitney's U of class 1 over the number of pairs, by midranks.
 *
 * @example areaUnderRoc(Float64Array.of(0.1, 0.4, 0.35, 0.8), Uint8Array.of(0, 0, 1, 1)) // → 0.75
 */
export function areaUnderRoc(scores: Float64Array, labels: Uint8Array): number {
  const n = scores.length;
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
  let positives = 0;
  let rankSum = 0;
  for (let from = 0; from < n;) {
    let to = from;
    let here = 0;
    while (to < n && scores[order[to]!] === scores[order[from]!]) here += labels[order[to++]!]!;
    rankSum += (here * (from + 1 + to)) / 2;
    positives += here;
    from = to;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (n - positives));
}
