import { binomialDraw } from './binomialDraw.ts';

/**
 * Deals rows out at random over equal parts.
 *
 * Must be true: count ≥ 0 whole, parts ≥ 1 whole; `random` is seeded.
 * Returns how many rows each part got; they sum to the count.
 * Throws nothing.
 *
 * Source: multinomial with equal chances, by one binomial draw a part.
 *
 * @example spreadOver(4, 2, () => 0.5) // → [2, 2]
 */
export function spreadOver(count: number, parts: number, random: () => number): number[] {
  const dealt = new Array<number>(parts).fill(0);
  if (count === 1) dealt[Math.floor(random() * parts)] = 1;
  let left = count === 1 ? 0 : count;
  for (let part = 0; part < parts && left > 0; part++) {
    const here = part === parts - 1 ? left : binomialDraw(left, 1 / (parts - part), random);
    dealt[part] = here;
    left -= here;
  }
  return dealt;
}
