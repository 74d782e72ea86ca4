import type { DriftReport } from '#shared/domain/report.ts';

/** What a count of the reference would be if the reference had as many rows as current. */
export function rescaled(count: number | null, { reference, current }: DriftReport): number | null {
  if (count === null || reference.numberOfRows === 0) return null;
  return (count * current.numberOfRows) / reference.numberOfRows;
}
