import { logGamma } from './logGamma.ts';

const logFactorial = (n: number): number => (n < 2 ? 0 : logGamma(n + 1));

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/**
 * How many marked ones are among a random part of a whole, by inversion outwards from the most likely number.
 *
 * Must be true: 0 ≤ marked, drawn ≤ all, whole; u in [0, 1) is uniform.
 * Returns a whole number; work grows with the standard deviation of the law, not with the sizes.
 * Throws nothing.
 *
 * Source: L. Devroye (1986), Non-uniform random variate generation, chapter X.
 *
 * @example hypergeometricDraw({ all: 10, marked: 5, drawn: 4 }, 0.3) // → 2
 */
export function hypergeometricDraw({ all, marked, drawn }: { all: number; marked: number; drawn: number }, u: number): number {
  const least = Math.max(0, drawn + marked - all);
  const most = Math.min(drawn, marked);
  const mode = Math.min(most, Math.max(least, Math.floor(((drawn + 1) * (marked + 1)) / (all + 2))));
  const atMode = Math.exp(logChoose(marked, mode) + logChoose(all - marked, drawn - mode) - logChoose(all, drawn));
  let rest = u - atMode;
  let [low, high] = [mode, mode];
  let [below, above] = [atMode, atMode];
  while (rest >= 0 && (low > least || high < most)) {
    if (high < most) {
      above *= ((marked - high) * (drawn - high)) / ((high + 1) * (all - marked - drawn + high + 1));
      high++;
      rest -= above;
      if (rest < 0) return high;
    }
    if (low > least) {
      below *= (low * (all - marked - drawn + low)) / ((marked - low + 1) * (drawn - low + 1));
      low--;
      rest -= below;
      if (rest < 0) return low;
    }
  }
  return mode;
}
