import type { ColumnKind } from '#shared/domain/dataset.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import { quoteName } from '../data/quote.ts';
import type { ColumnFacts, StoredColumns } from './defineCheck.ts';

/** The column of a check as one side stores it. */
export function ownColumn({ column }: ColumnFacts, stored: StoredColumns): DatasetColumn | null {
  return stored.get(column.column) ?? null;
}

/** The answer where a column that the suite names is not there. */
export function noColumn(name: string): { problem: string } {
  return { problem: `there is no column ${name}.` };
}

/** SQL of the rows with a value: not null, not NaN, not infinite, not empty where empty counts as missing. */
export function hasValue(column: DatasetColumn, { report }: Pick<ColumnFacts, 'report'>): string {
  const name = quoteName(column.column);
  if (column.type === 'FLOAT' || column.type === 'DOUBLE') return `coalesce(isfinite(${name}), false)`;
  const empty = column.family === 'text' && report.settings.missing.includes('empty-string') ? ` and ${name}::varchar <> ''` : '';
  return `${name} is not null${empty}`;
}

/** A column as a number to compare: times in milliseconds since 1970 UTC. */
export function asNumber(column: DatasetColumn, kind: ColumnKind): string {
  const expression = numberExpression(column, kind);
  return expression.startsWith('"') ? expression : `(${expression})`;
}

export function asText({ column }: DatasetColumn): string {
  return `${quoteName(column)}::varchar`;
}
