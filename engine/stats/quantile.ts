/**
 * The two order statistics (zero-based ranks) and the weight of the upper one that make a quantile.
 *
 * Must be true: n ≥ 1, share in [0, 1].
 * Returns ranks lower ≤ upper < n and weight in [0, 1).
 * Source: Hyndman and Fan (1996), type 7; the default of NumPy and pandas.
 *
 * @example quantileRanks(5, 0.5) // → { lower: 2, upper: 2, weight: 0 }
 */
export function quantileRanks(n: number, share: number): { lower: number; upper: number; weight: number } {
  const position = share * (n - 1);
  const lower = Math.min(n - 1, Math.max(0, Math.floor(position)));
  const weight = position - lower;
  return { lower, upper: weight > 0 ? Math.min(n - 1, lower + 1) : lower, weight };
}

/** Between two order statistics, without overflow where they are far apart. */
export function interpolate(lower: number, upper: number, weight: number): number {
  if (weight === 0 || lower === upper) return lower;
  const step = (upper - lower) * weight;
  return Number.isFinite(step) ? lower + step : lower * (1 - weight) + upper * weight;
}

/**
 * A quantile of a sorted sample by linear interpolation.
 *
 * Must be true: `sorted` is ascending and finite.
 * Returns null for an empty sample.
 * Source: Hyndman and Fan (1996), type 7.
 *
 * @example quantileOf(Float64Array.of(1, 2, 3, 4), 0.5) // → 2.5
 */
export function quantileOf(sorted: Float64Array, share: number): number | null {
  if (sorted.length === 0) return null;
  const { lower, upper, weight } = quantileRanks(sorted.length, share);
  return interpolate(sorted[lower]!, sorted[upper]!, weight);
}
