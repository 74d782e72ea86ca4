/** The 97.5 % point of the standard normal distribution. */
const z = 1.959963984540054;

/**
 * The 95 % interval of a share, by the score test.
 *
 * Must be true: 0 ≤ successes ≤ n, whole; n ≥ 1.
 * Returns two numbers within [0, 1]; never of no width, also for no success or none but.
 * Throws nothing.
 *
 * Source: E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference.
 *
 * @example wilsonInterval(0, 10) // → [0, 0.277532799863]
 */
export function wilsonInterval(successes: number, n: number): [number, number] {
  const share = successes / n;
  const room = (z * z) / n;
  const middle = (share + room / 2) / (1 + room);
  const half = (z / (1 + room)) * Math.sqrt((share * (1 - share)) / n + room / (4 * n));
  return [successes === 0 ? 0 : middle - half, successes === n ? 1 : middle + half];
}
