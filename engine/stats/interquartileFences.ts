/**
 * Tukey's fences: how far values may lie from the quartiles.
 *
 * Must be true: `lowerQuartile` ≤ `upperQuartile`, `factor` > 0.
 * Returns the lower and the upper fence; both are the quartiles themselves where these are equal.
 * Throws nothing.
 *
 * Source: Tukey (1977), Exploratory Data Analysis, section 2.
 *
 * @example interquartileFences({ lowerQuartile: 2, upperQuartile: 4, factor: 1.5 }) // → { lower: -1, upper: 7 }
 */
export function interquartileFences(given: { lowerQuartile: number; upperQuartile: number; factor: number }): {
  lower: number;
  upper: number;
} {
  const { lowerQuartile, upperQuartile, factor } = given;
  const reach = factor * (upperQuartile - lowerQuartile);
  return { lower: lowerQuartile - reach, upper: upperQuartile + reach };
}
