import { logGamma } from './logGamma.ts';

/** Counts up the probabilities from 0 until they pass a uniform number; quick where few successes are expected. */
function byCountingUp(n: number, p: number, random: () => number): number {
  const odds = p / (1 - p);
  let share = Math.exp(n * Math.log1p(-p));
  let left = random();
  let k = 0;
  while (left > share && k < n) {
    left -= share;
    k++;
    share *= (odds * (n - k + 1)) / k;
  }
  return k;
}

/** Transformed rejection: takes about as long whatever n is. */
function byRejection(n: number, p: number, random: () => number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const inner = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const logOdds = Math.log(p / (1 - p));
  const mode = Math.floor((n + 1) * p);
  const atMode = logGamma(mode + 1) + logGamma(n - mode + 1);
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + n * p + 0.5);
    if (us >= 0.07 && v <= inner) return k;
    if (!(k >= 0 && k <= n)) continue;
    const height = Math.log((v * alpha) / (a / (us * us) + b));
    if (height <= atMode - logGamma(k + 1) - logGamma(n - k + 1) + (k - mode) * logOdds) return k;
  }
}

/**
 * A number of successes in n independent trials, drawn at random.
 *
 * Must be true: n ≥ 0 whole, p in [0, 1]; `random` gives uniform numbers in [0, 1) and is seeded.
 * Returns a whole number in [0, n], with the binomial probabilities up to rounding.
 * Throws nothing.
 *
 * Source: W. Hörmann (1993), The generation of binomial random variates (BTRS); inversion where fewer than ten are expected.
 *
 * @example binomialDraw(4, 0.5, () => 0.5) // → 2
 */
export function binomialDraw(n: number, p: number, random: () => number): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomialDraw(n, 1 - p, random);
  return n * p < 10 ? byCountingUp(n, p, random) : byRejection(n, p, random);
}
