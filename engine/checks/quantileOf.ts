import type { ColumnProfile } from '#shared/domain/profile.ts';

/** A quantile of a profile as a number; null where the profile has none at this level, or times. */
export function quantileOf({ quantiles }: ColumnProfile, share: number): number | null {
  const value = quantiles.find((quantile) => quantile.share === share)?.value;
  return typeof value === 'number' ? value : null;
}
