import type { ColumnProfile } from '../domain/profile.ts';

/** The value of one quantile of a numeric profile; null where the profile has none. */
export function quantileOf(profile: ColumnProfile, share: number): number | null {
  const found = profile.quantiles.find((quantile) => quantile.share === share)?.value;
  return typeof found === 'number' ? found : null;
}
