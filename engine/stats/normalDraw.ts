/**
 * A draw from the standard normal distribution.
 *
 * Must be true: `random` gives uniform numbers in [0, 1).
 * Returns a finite number; two uniform draws are taken each time.
 * Throws nothing.
 *
 * Source: G. E. P. Box and M. E. Muller (1958).
 *
 * @example normalDraw(() => 0.5) // → -1.17741002251547
 */
export function normalDraw(random: () => number): number {
  const size = Math.sqrt(-2 * Math.log1p(-random()));
  return size * Math.cos(2 * Math.PI * random());
}
