import type { ColumnProfile } from '#shared/domain/profile.ts';

/** A place where a column of numbers is cut: just before a value, or just after it. */
export interface Boundary {
  readonly value: number;
  readonly after: boolean;
}

const cutShares = [0.05, 0.25, 0.5, 0.75, 0.95];

/** A round number near a quantile: three digits of the column's spread, so that a condition reads well. */
function rounded(value: number, spread: number): number {
  const step = 10 ** (Math.floor(Math.log10(spread)) - 2);
  const near = Number((Math.round(value / step) * step).toPrecision(12));
  return Number.isFinite(near) && spread > 0 ? near + 0 : value;
}

/** Where a column of numbers is cut into bins: near quantiles of current, and on both sides of a value that is frequent. */
export function segmentBoundaries({ min, max, quantiles }: ColumnProfile): Boundary[] {
  if (typeof min !== 'number' || typeof max !== 'number' || !Number.isFinite(max - min) || !(max > min)) return [];
  const values = quantiles.flatMap(({ share, value }) => (cutShares.includes(share) && typeof value === 'number' ? [value] : []));
  const spread = (values.at(-1) ?? max) - (values[0] ?? min) || max - min;
  const often = new Map<number, number>();
  for (const value of [min, ...values, max]) often.set(value, (often.get(value) ?? 0) + 1);
  const boundaries = values.flatMap((value): Boundary[] => {
    if ((often.get(value) ?? 0) < 2) return [{ value: rounded(value, spread), after: false }];
    return [
      { value, after: false },
      { value, after: true },
    ];
  });
  const inside = boundaries.filter(({ value, after }) => (after ? value < max : value > min && value <= max));
  const place = ({ value, after }: Boundary): string => `${value} ${after}`;
  const distinct = [...new Map(inside.map((boundary) => [place(boundary), boundary])).values()];
  return distinct.sort((a, b) => a.value - b.value || Number(a.after) - Number(b.after));
}
