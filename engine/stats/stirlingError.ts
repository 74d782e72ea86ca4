/**
 * What Stirling's formula leaves out: ln Γ(x + 1) − [½ ln(2πx) + x ln x − x].
 *
 * Must be true: x > 0.
 * Returns a positive number that falls like 1/(12x); absolute error about 1e-15.
 * Throws nothing.
 *
 * Source: DLMF 5.11.1, after shifting x upwards by the recurrence of Γ.
 *
 * @example stirlingError(1) // → 0.08106146679532726
 */
export function stirlingError(x: number): number {
  let shifted = x;
  let below = 0;
  while (shifted < 16) {
    below += (shifted + 0.5) * Math.log1p(1 / shifted) - 1;
    shifted += 1;
  }
  const r = 1 / (shifted * shifted);
  const series = 1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - (r * 691) / 360360))));
  return below + series / shifted;
}
