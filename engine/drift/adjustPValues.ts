import type { ColumnReport, TestedColumn } from '#shared/domain/report.ts';
import type { DriftSettings } from '#shared/domain/settings.ts';
import { explainVerdict } from '#shared/text/explainVerdict.ts';
import { benjaminiHochberg } from '../stats/benjaminiHochberg.ts';
import { isDrift } from './isDrift.ts';

/** Whether a column drifts if its adjusted p-value is judged; distances count as they are. */
export function driftsWhenAdjusted(column: TestedColumn): boolean {
  if (column.scoreIs === 'statistic' || column.adjustedPValue === null) return column.drifted;
  return isDrift(column, { driftScore: column.adjustedPValue, threshold: column.threshold });
}

/** The verdict of a column on its adjusted p-value. */
function judgeAdjusted(column: TestedColumn): TestedColumn {
  if (column.scoreIs === 'statistic' || column.adjustedPValue === null) return column;
  const driftScore = column.adjustedPValue;
  const { sensitivity, threshold } = column;
  const judged = {
    ...column,
    driftScore,
    drifted: driftsWhenAdjusted(column),
    sensitivity: sensitivity === null || threshold <= 0 ? sensitivity : { ...sensitivity, scoreToThreshold: driftScore / threshold },
  };
  return { ...judged, sentence: explainVerdict(judged, column.reference!, column.current!, column.histogram) };
}

/** Gives every column with a p-value the one adjusted for their number, and its verdict on it where a run asks so. */
export function adjustPValues(columns: readonly ColumnReport[], adjust: DriftSettings['adjust']): ColumnReport[] {
  const withP = columns.filter((column): column is TestedColumn => column.status === 'tested' && column.pValue !== null);
  const adjusted = benjaminiHochberg(withP.map((column) => column.pValue!));
  const byColumn = new Map(withP.map((column, i) => [column.column, adjusted[i]!]));
  return columns.map((column) => {
    const adjustedPValue = byColumn.get(column.column);
    if (column.status !== 'tested' || adjustedPValue === undefined) return column;
    return adjust === 'none' ? { ...column, adjustedPValue } : judgeAdjusted({ ...column, adjustedPValue });
  });
}
