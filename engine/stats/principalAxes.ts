import { symmetricEigen } from './symmetricEigen.ts';

export interface PrincipalAxes {
  /** Axes of length 1, one after the other, the one with most variance first. */
  readonly axes: Float64Array;
  readonly count: number;
  /** Share of the variance that they keep. */
  readonly keptShare: number;
}

/**
 * The first principal axes of standardised columns: as few as keep more than a share of the variance, or a given number.
 *
 * Must be true: `correlations` has size² finite entries by rows, symmetric, with a positive sum on its diagonal; size ≥ 2.
 * Returns at least one axis and at most size − 1, so that there is always something that is not kept. Axes of equal
 * variance are any that span the same space; the sign of an axis means nothing.
 * Throws nothing.
 *
 * Source: I. T. Jolliffe (2002), Principal component analysis, sections 2.3 and 6.1.
 *
 * @example principalAxes([1, 0.5, 0.5, 1], 2, { keepShare: 0.65 }).keptShare // → 0.75
 */
export function principalAxes(
  correlations: ArrayLike<number>,
  size: number,
  keep: { readonly keepShare: number } | { readonly keepCount: number },
): PrincipalAxes {
  const { values, vectors } = symmetricEigen(correlations, size);
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[b]! - values[a]! || a - b);
  const total = values.reduce((sum, value) => sum + value, 0);
  let count = 0;
  let kept = 0;
  const enough = (): boolean => ('keepCount' in keep ? count >= keep.keepCount : kept / total > keep.keepShare);
  while (count < size - 1 && (count === 0 || !enough())) kept += values[order[count++]!]!;
  const axes = new Float64Array(count * size);
  for (let axis = 0; axis < count; axis++) {
    for (let i = 0; i < size; i++) axes[axis * size + i] = vectors[i * size + order[axis]!]!;
  }
  return { axes, count, keptShare: kept / total };
}
