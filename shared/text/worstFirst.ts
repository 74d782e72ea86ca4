import type { ColumnReport, TestedColumn } from '../domain/report.ts';
import { columnVerdict } from './verdict.ts';

/** How far a tested column is beyond its threshold, comparable in order only: 1 at the threshold, more is worse. */
export function excess(column: TestedColumn): number {
  if (column.scoreIs === 'statistic') return column.threshold === 0 ? column.driftScore : column.driftScore / column.threshold;
  return 1 + Math.log10(Math.max(column.threshold, 1e-300) / Math.max(column.driftScore, 1e-300));
}

function rank(column: ColumnReport): number {
  if (column.drifted) return 0;
  const { tone } = columnVerdict(column);
  if (tone === 'broken') return 1;
  if (tone === 'attention') return 2;
  return column.status === 'tested' ? 3 : 4;
}

/** Columns in the order in which they need a look; equal ones keep the order of the data. */
export function worstFirst(columns: readonly ColumnReport[]): ColumnReport[] {
  const keyed = columns.map((column, position) => ({
    column,
    position,
    rank: rank(column),
    excess: column.status === 'tested' ? excess(column) : 0,
  }));
  keyed.sort((a, b) => a.rank - b.rank || b.excess - a.excess || a.position - b.position);
  return keyed.map(({ column }) => column);
}
