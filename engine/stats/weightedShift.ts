/**
 * One number for shifts of several columns, weighted by what each column is worth: the cubic mean, so that one large shift
 * of a column that matters is not lost among many small ones.
 *
 * Must be true: as many shifts, in [0, 1], as weights, which are not negative.
 * Returns (Σ wᵢ dᵢ³ / Σ wᵢ)^(1/3), in [0, 1]; null where the weights sum to 0.
 * Throws nothing.
 *
 * Source: Deepchecks, reduce function "l3_weighted".
 *
 * @example weightedShift([0.5, 0], [0.5, 0.5]) // → 0.3968502629920499
 */
export function weightedShift(shifts: readonly number[], weights: readonly number[]): number | null {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return null;
  return Math.cbrt(shifts.reduce((sum, shift, i) => sum + (weights[i]! / total) * shift ** 3, 0));
}
