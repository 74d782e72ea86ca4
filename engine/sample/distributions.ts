import type { Random } from '#shared/lib/random.ts';

/** One standard normal value (Box-Muller; the second value is not kept, so that each call uses two uniforms). */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** A value whose logarithm is normal around log(median). */
export function lognormal(random: Random, median: number, spread: number): number {
  return median * Math.exp(spread * normal(random));
}

/** One of the values, as often as its weight says. */
export function pick<T>(random: Random, weighted: readonly (readonly [value: T, weight: number])[]): T {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random() * total;
  for (const [value, weight] of weighted) {
    left -= weight;
    if (left < 0) return value;
  }
  return weighted.at(-1)![0];
}

export function chance(random: Random, share: number): boolean {
  return random() < share;
}

export function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
