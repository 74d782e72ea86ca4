import type { OutlierColumn, OutlierRule, OutliersSection } from '../domain/outliers.ts';
import { absenceWords } from './absenceReasons.ts';
import { formatNumber, formatShare, formatShareChange } from './formatNumber.ts';

/** The outliers of one column as cells of a table. */
export interface OutlierLine {
  readonly column: string;
  readonly fences: string;
  readonly iqr: RuleCells;
  readonly zScore: RuleCells;
  readonly sql: string | null;
}

interface RuleCells {
  readonly reference: string;
  readonly current: string;
  readonly change: string;
}

function cellsOf(column: OutlierColumn, rule: 'iqr' | 'zScore', about: string): RuleCells {
  const found: OutlierRule | null = column[rule];
  if (found === null) return { reference: absenceWords[column.reasons[rule] ?? 'not-for-this-kind'], current: '–', change: '' };
  const text = (side: 'reference' | 'current'): string => {
    const { share } = found[side];
    return share === null ? 'no values' : about + formatShare(share);
  };
  const { reference, current } = found;
  const change = reference.share === null || current.share === null ? '' : formatShareChange(reference.share, current.share);
  return { reference: text('reference'), current: text('current'), change };
}

const worst = ({ iqr, zScore }: OutlierColumn): number => Math.max(iqr?.current.share ?? -1, (zScore?.current.share ?? -1) / 1000);

/** The columns with most outliers in current first. */
export function outlierLines({ columns }: OutliersSection, about = ''): OutlierLine[] {
  const sorted = columns.map((column, at) => ({ column, at })).toSorted((a, b) => worst(b.column) - worst(a.column) || a.at - b.at);
  return sorted.map(({ column }) => ({
    column: column.column,
    fences: column.iqr === null ? '–' : `${formatNumber(column.iqr.lower)} to ${formatNumber(column.iqr.upper)}`,
    iqr: cellsOf(column, 'iqr', about),
    zScore: cellsOf(column, 'zScore', about),
    sql: column.iqr?.sql ?? column.zScore?.sql ?? null,
  }));
}
