import { quoteName } from '../data/quote.ts';
import type { ProfiledColumn } from './duplicatedColumns.ts';

/** SQL of the rows in which a column has no valid value. */
function withoutValue({ stored }: ProfiledColumn): string {
  const name = quoteName(stored.column);
  if (stored.type === 'FLOAT' || stored.type === 'DOUBLE' || stored.family === 'time') return `not coalesce(isfinite(${name}), false)`;
  return stored.family === 'text' ? `coalesce(${name}::varchar = '', true)` : `${name} is null`;
}

/** Which rows can be there twice, as far as the profiles tell without a look at the rows. */
export type Repeatable = 'none' | 'any' | { readonly within: string };

/** A column whose values all differ leaves only its rows without a value; the one that leaves the fewest is taken. */
export function repeatableRows(columns: readonly ProfiledColumn[]): Repeatable {
  const unique = columns.filter(
    ({ profile, stored, report }) =>
      profile.distinct === profile.valid && stored.family !== 'unsupported' && (stored.family !== 'text' || !readAsNumber(report.kind)),
  );
  const [best] = unique.toSorted((a, b) => b.profile.valid - a.profile.valid);
  if (best === undefined || best.profile.valid === 0) return 'any';
  return best.profile.count - best.profile.valid <= 1 ? 'none' : { within: withoutValue(best) };
}

const readAsNumber = (kind: string): boolean => kind === 'numeric' || kind === 'datetime';
