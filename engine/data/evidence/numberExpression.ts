import type { ColumnKind } from '#shared/domain/dataset.ts';
import { quoteName } from '../quote.ts';
import type { DatasetColumn } from '../dataset.ts';

function milliseconds(timestamp: string, original: string): string {
  const infinite = `case when ${original} is null then null when ${timestamp} > timestamp '1970-01-01' then 'infinity'::double else '-infinity'::double end`;
  return `coalesce(epoch_us(${timestamp})::double / 1000, ${infinite})`;
}

/**
 * SQL that gives a column as a double: numbers as they are, times in milliseconds since 1970 UTC.
 * Text that was said to be numeric or a time gives null where it is neither.
 */
export function numberExpression(column: DatasetColumn, kind: ColumnKind): string {
  const name = quoteName(column.column);
  if (column.family === 'time') {
    const timestamp = column.type === 'TIMESTAMP WITH TIME ZONE' || column.type === 'TIMESTAMP' ? name : `${name}::timestamp`;
    const comparable = column.type === 'TIMESTAMP WITH TIME ZONE' ? `(${name} at time zone 'UTC')` : timestamp;
    return milliseconds(comparable, name);
  }
  if (column.family === 'text') {
    const text = `${name}::varchar`;
    return kind === 'datetime'
      ? milliseconds(`try_cast(${text} as timestamp)`, `try_cast(${text} as timestamp)`)
      : `try_cast(${text} as double)`;
  }
  return column.family === 'boolean' ? `${name}::int::double` : `${name}::double`;
}
