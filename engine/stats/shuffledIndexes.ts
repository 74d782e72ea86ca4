/**
 * The numbers from 0 to n − 1 in a random order.
 *
 * Must be true: n is whole and at least 0; `random` gives uniform numbers in [0, 1).
 * Returns each order with equal chance.
 * Throws nothing.
 *
 * Source: R. Durstenfeld (1964), Algorithm 235.
 *
 * @example shuffledIndexes(3, () => 0) // → [1, 2, 0]
 */
export function shuffledIndexes(n: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
