import { quantileOf } from './quantile.ts';

/**
 * Edges at evenly spaced quantiles of the reference, widened so that every value of both sides is inside.
 *
 * Must be true: `sortedReference` ascends, finite, at least one value; bins ≥ 1; min ≤ max are those of both sides
 * together.
 * Returns ascending edges without repeats: at most bins + 1, at least two. Quantiles that coincide, because a value is
 * frequent, merge their bins. Where there is a single value, one bin reaching half a unit to each side.
 * Throws nothing.
 *
 * Source: the usual construction for the stability index (N. Siddiqi, 2006); quantiles of type 7.
 *
 * @example referenceQuantileEdges(Float64Array.of(1, 2, 3, 4, 5), 2, { min: 0, max: 9 }) // → [0, 3, 9]
 */
export function referenceQuantileEdges(sortedReference: Float64Array, bins: number, range: { min: number; max: number }): number[] {
  if (range.min === range.max) return [range.min - 0.5, range.max + 0.5];
  const edges = [range.min];
  for (let i = 1; i < bins; i++) {
    const edge = quantileOf(sortedReference, i / bins)!;
    if (edge > edges.at(-1)! && edge < range.max) edges.push(edge);
  }
  edges.push(range.max);
  return edges;
}
