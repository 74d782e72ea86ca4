import type { ColumnKind } from '#shared/domain/dataset.ts';
import type { MissingKind } from '#shared/domain/settings.ts';
import type { DatasetColumn } from '../dataset.ts';
import { quoteName } from '../quote.ts';
import { numberExpression } from './numberExpression.ts';

const hasNaN = ({ type }: DatasetColumn): boolean => type === 'FLOAT' || type === 'DOUBLE';

/** Text that was said to be numeric or a time is missing where it is neither. */
const isReadAsNumber = ({ family }: DatasetColumn, kind: ColumnKind): boolean =>
  family === 'text' && (kind === 'numeric' || kind === 'datetime');

/** SQL that is true where a cell counts as missing; null where no cell of this column can be. */
export function missingCell(column: DatasetColumn, kind: ColumnKind, kinds: readonly MissingKind[]): string | null {
  const name = quoteName(column.column);
  const asNumber = isReadAsNumber(column, kind);
  const x = asNumber || column.family === 'time' ? `(${numberExpression(column, kind)})` : name;
  const number = asNumber || hasNaN(column);
  const parts = [
    ...(kinds.includes('null') ? [`${asNumber ? x : name} is null`] : []),
    ...(kinds.includes('nan') && number ? [`isnan(${x})`] : []),
    ...(kinds.includes('infinity') && (number || column.family === 'time') ? [`isinf(${x})`] : []),
    ...(kinds.includes('empty-string') && column.family === 'text' && !asNumber ? [`${name}::varchar = ''`] : []),
  ];
  // isnan of null is null, and null or true is true: only "false or null" must become false.
  return parts.length === 0 ? null : `coalesce(${parts.join(' or ')}, false)`;
}
