/**
 * P-values adjusted for their number: the smallest share of false discoveries at which each would be called drift.
 *
 * Must be true: every entry is in [0, 1].
 * Returns adjusted values in the order given, each at least the raw one and at most 1; none for none.
 * Throws nothing.
 *
 * Source: Y. Benjamini and Y. Hochberg (1995), Controlling the false discovery rate.
 *
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // → [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const descending = pValues.map((_, i) => i).sort((a, b) => pValues[b]! - pValues[a]!);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let least = 1;
  descending.forEach((index, place) => {
    const rank = pValues.length - place;
    least = Math.min(least, (pValues[index]! * pValues.length) / rank);
    adjusted[index] = least;
  });
  return adjusted;
}
