import type { ColumnReport } from '../domain/report.ts';

const modestSize = 1000;

/** Whether a column is called drifted for the number of its rows, or by chance, more than for what changed. */
export function restsOnSize(column: ColumnReport): boolean {
  if (column.status === 'not-tested' || !column.drifted || column.sensitivity === null) return false;
  const { atSizes, driftsFromRows, highByChance } = column.sensitivity;
  if (column.scoreIs === 'statistic') return highByChance !== null && column.driftScore <= highByChance;
  return atSizes.length > 0 && (driftsFromRows === null || driftsFromRows > modestSize);
}
