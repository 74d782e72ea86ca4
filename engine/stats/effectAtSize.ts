/**
 * The size at which one sample would tell as much as two together do: nm/(n + m).
 *
 * Must be true: n, m ≥ 1.
 * Returns a number between half of the smaller size and the smaller size.
 * Throws nothing.
 *
 * Source: the variance of a difference of two means, 1/n + 1/m.
 *
 * @example effectiveSize(100, 100) // → 50
 */
export function effectiveSize(n: number, m: number): number {
  return (n / (n + m)) * m;
}

/**
 * What a quadratic statistic is expected to be at other sizes, if what it has beyond chance is the true difference.
 *
 * Must be true: `factor` ≥ 0 is the new effective size over the old one; the statistic grows with it.
 * Returns chance plus the excess over chance times the factor; nothing beyond chance grows to nothing.
 * Throws nothing.
 *
 * Source: the mean of a noncentral chi-square, df + λ, with λ in proportion to the size.
 *
 * @example statisticAtSize({ found: 11, byChance: 1 }, 0.5) // → 6
 */
export function statisticAtSize({ found, byChance }: { readonly found: number; readonly byChance: number }, factor: number): number {
  return byChance + Math.max(0, found - byChance) * factor;
}
