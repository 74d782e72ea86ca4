const inverted = 40;

function standardNormal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * A number of events whose mean is known.
 *
 * Must be true: mean ≥ 0 and finite; `random` is seeded.
 * Returns a whole number ≥ 0: by inversion up to a mean of 40, above by the rounded normal law, whose error does not
 * matter where many draws are added.
 * Throws nothing.
 *
 * Source: L. Devroye (1986), Non-uniform random variate generation, chapter X.
 *
 * @example poissonDraw(2, () => 0.5) // → 2
 */
export function poissonDraw(mean: number, random: () => number): number {
  if (mean > inverted) return Math.max(0, Math.round(mean + Math.sqrt(mean) * standardNormal(random)));
  let rest = random();
  let chance = Math.exp(-mean);
  let events = 0;
  while (rest >= chance && chance > 0) {
    rest -= chance;
    events++;
    chance *= mean / events;
  }
  return events;
}
