const usualFill = 1e-4;

/**
 * Replaces zero shares of one side by a small number, so that a logarithm of a ratio exists.
 *
 * Must be true: entries are shares in [0, 1].
 * Returns a new array. The fill is 0.0001, or a millionth of the smallest share where that share is 0.0001 or less.
 * Shares are not scaled back to sum 1. Nothing but zeros becomes nothing but 0.0001.
 * Throws nothing.
 *
 * Source: the rule of Evidently (its `feel_zeroes`), applied to each side on its own.
 *
 * @example fillZeros([0, 1]) // → [0.0001, 1]
 */
export function fillZeros(shares: ArrayLike<number>): Float64Array {
  let smallest = Infinity;
  for (let i = 0; i < shares.length; i++) if (shares[i]! > 0 && shares[i]! < smallest) smallest = shares[i]!;
  const fill = smallest <= usualFill ? smallest / 1e6 : usualFill;
  return Float64Array.from(shares, (share) => (share === 0 ? fill : share));
}
