import { sum } from './shares.ts';

/**
 * What a bounded distance is where a side has no count at all: 0 if both are empty, its largest value if one is.
 *
 * Must be true: counts are ≥ 0.
 * Returns null where both sides have counts, and the distance is to be computed.
 * Throws nothing.
 *
 * Source: our convention; it keeps the distance finite and says that nothing is shared.
 *
 * @example distanceOfEmptySides([0, 0], [1, 2], 1) // → 1
 */
export function distanceOfEmptySides(reference: ArrayLike<number>, current: ArrayLike<number>, largest: number): number | null {
  const noReference = sum(reference) === 0;
  const noCurrent = sum(current) === 0;
  if (!noReference && !noCurrent) return null;
  return noReference && noCurrent ? 0 : largest;
}
