import type { ReportSettings } from '#shared/domain/settings.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { quoteName, quoteText } from '../data/quote.ts';
import type { Boundary } from './segmentBoundaries.ts';

function numberLiteral(value: number): string {
  const digits = String(value);
  return digits.replace(/\D/g, '').length > 15 ? `'${digits}'::double` : digits;
}

/** How a column of numbers stands in a condition: by its bare name where that compares exactly. */
function operand(column: DatasetColumn): string {
  return column.family === 'integer' || column.type === 'DOUBLE' ? quoteName(column.column) : numberExpression(column, 'numeric');
}

/** Rows between two boundaries; null stands for no boundary. Values that are not finite are only left out where there are such. */
export function rangeCondition(column: DatasetColumn, from: Boundary | null, to: Boundary | null, hasOthers: boolean): string {
  const x = operand(column);
  if (from !== null && to !== null && from.value === to.value) return `${x} = ${numberLiteral(from.value)}`;
  const parts = [
    ...(from === null ? [] : [`${x} ${from.after ? '>' : '>='} ${numberLiteral(from.value)}`]),
    ...(to === null ? [] : [`${x} ${to.after ? '<=' : '<'} ${numberLiteral(to.value)}`]),
    ...(hasOthers && (from === null || to === null) ? [`isfinite(${numberExpression(column, 'numeric')})`] : []),
  ];
  return parts.length === 0 ? `${x} is not null` : parts.join(' and ');
}

/** Rows of one category, given as the report writes it. */
export function categoryCondition(column: DatasetColumn, value: string): string {
  const name = quoteName(column.column);
  if (column.family === 'boolean') return `${name} = ${value === 'true' || value === '1' ? 'true' : 'false'}`;
  if (column.family === 'integer') return `${name} = ${value}`;
  if (column.family === 'fraction') return `${name}::double = ${numberLiteral(Number(value))}`;
  return column.type === 'VARCHAR' ? `${name} = ${quoteText(value)}` : `${name}::varchar = ${quoteText(value)}`;
}

/** Rows whose value counts as missing in this report; null where none can. */
export function missingCondition(column: DatasetColumn, { missing }: ReportSettings): string | null {
  const name = quoteName(column.column);
  const float = column.family === 'fraction' && !column.type.startsWith('DECIMAL');
  const parts = [
    ...(missing.includes('null') ? [`${name} is null`] : []),
    ...(float && missing.includes('nan') ? [`isnan(${name})`] : []),
    ...(float && missing.includes('infinity') ? [`isinf(${name})`] : []),
    ...(column.family === 'text' && missing.includes('empty-string') ? [`${name}::varchar = ''`] : []),
  ];
  return parts.length === 0 ? null : parts.length === 1 ? parts[0]! : `(${parts.join(' or ')})`;
}

/** Rows where a column has no value that its bins could hold. */
export function absentCondition(column: DatasetColumn, isNumeric: boolean, hasOthers: boolean): string {
  const name = quoteName(column.column);
  return isNumeric && hasOthers ? `(${name} is null or not isfinite(${numberExpression(column, 'numeric')}))` : `${name} is null`;
}
