/** What a model gives along one order of players and along its reverse, without the ends that all orders share. */
export interface WalkValues {
  /** The players in the order in which they change. */
  readonly order: Uint32Array;
  /** After the first, the second … but not the last player has changed, in that order. */
  readonly forward: Float64Array;
  /** The same in the reverse order. */
  readonly backward: Float64Array;
  /** Before any player has changed. */
  readonly start: number;
  /** After all have. */
  readonly end: number;
}

/**
 * What each player adds along an order and its reverse, the mean of both: an unbiased estimate of its Shapley value.
 *
 * Must be true: `forward` and `backward` hold one value fewer than `order` holds players.
 * Returns one number a player, by its index, that sum to end − start. Exact where no more than two players act on one another.
 * Throws nothing.
 *
 * Source: L. S. Shapley (1953); R. Mitchell, J. Cooper, E. Frank and G. Holmes (2022), Sampling permutations for Shapley value
 * estimation (antithetic permutations).
 *
 * @example shapleyOfWalk({ order: Uint32Array.of(1, 0), forward: Float64Array.of(3), backward: Float64Array.of(2), start: 1, end: 6 }) // → [2, 3]
 */
export function shapleyOfWalk({ order, forward, backward, start, end }: WalkValues): Float64Array {
  const n = order.length;
  const shares = new Float64Array(n);
  for (let step = 0; step < n; step++) {
    const before = step === 0 ? start : forward[step - 1]!;
    const after = step === n - 1 ? end : forward[step]!;
    shares[order[step]!]! += (after - before) / 2;
    const beforeBack = step === 0 ? start : backward[step - 1]!;
    const afterBack = step === n - 1 ? end : backward[step]!;
    shares[order[n - 1 - step]!]! += (afterBack - beforeBack) / 2;
  }
  return shares;
}
