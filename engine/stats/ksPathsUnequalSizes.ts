/**
 * The chance that the gap between the empirical distribution functions of two samples of n and m values, from one
 * continuous law, reaches h/lcm(n, m).
 *
 * Must be true: n, m ≥ 1 and 1 ≤ h ≤ lcm(n, m), whole, nm below 2^53. Work is at most nm steps.
 * Returns a share in [0, 1]; only positive terms are added, so the far tail keeps its digits.
 * Throws nothing.
 *
 * Source: J. L. Hodges (1958), The significance probability of the Smirnov two-sample test, counting the paths that
 * leave the band instead of those inside: P(i, j) = (i P(i−1, j) + j P(i, j−1)) / (i + j), and 1 outside.
 *
 * @example ksPathsUnequalSizes(3, 2, 6) // → 0.2
 */
export function ksPathsUnequalSizes(n: number, m: number, h: number): number {
  const long = Math.max(n, m);
  const short = Math.min(n, m);
  const lcm = (long / greatestCommonDivisor(long, short)) * short;
  const perLong = lcm / long;
  const perShort = lcm / short;
  const column = new Float64Array(short + 1).fill(1);
  let top = lastInside(0, perLong, perShort, h, short);
  column.fill(0, 0, top + 1);
  for (let i = 1; i <= long; i++) {
    const bottom = Math.max(0, Math.floor((i * perLong - h) / perShort) + 1);
    if (bottom > top) return 1;
    top = lastInside(i, perLong, perShort, h, short);
    let below = bottom === 0 ? 0 : 1;
    for (let j = bottom; j <= top; j++) {
      below = (i * column[j]! + j * below) / (i + j);
      column[j] = below;
    }
  }
  return Math.min(1, column[short]!);
}

/** The largest j for which (i, j) is inside the band. */
function lastInside(i: number, perLong: number, perShort: number, h: number, short: number): number {
  return Math.min(short, Math.ceil((i * perLong + h) / perShort) - 1);
}

/**
 * The greatest common divisor of two whole numbers.
 *
 * Must be true: a, b ≥ 0 and not both 0.
 * Returns a positive whole number.
 * Throws nothing.
 *
 * Source: Euclid, Elements VII.2.
 *
 * @example greatestCommonDivisor(12, 18) // → 6
 */
export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
