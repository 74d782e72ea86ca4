/**
 * The phi coefficient: how two properties that rows have or have not go together.
 *
 * Must be true: `a` and `b` count the rows with the first and the second property, `both` those with both, `n` all rows.
 * Returns Pearson's correlation of the properties as 0 and 1, in [-1, 1]: 1 where the same rows have both, -1 where every
 * row has exactly one. null where a property holds for no row or for all.
 * Throws nothing.
 *
 * Source: Yule (1912), On the methods of measuring association between two attributes.
 *
 * @example phiCoefficient({ n: 10, a: 4, b: 5, both: 4 }) // → 0.816496580927726
 */
export function phiCoefficient({ n, a, b, both }: { n: number; a: number; b: number; both: number }): number | null {
  const spread = Math.sqrt(a * (n - a) * (b * (n - b)));
  return spread > 0 ? Math.max(-1, Math.min(1, (n * both - a * b) / spread)) : null;
}
