import { numberExpression } from '../data/evidence/numberExpression.ts';
import type { RoleSide } from './roleSides.ts';
import { countsSql } from './weightSql.ts';

/** What a percentage error divides by at least, in systems that divide by the target as it is. */
export const smallestTarget = 2 ** -52;

/** SQL of one side: target, prediction, and whether the row is used. */
export interface RowSql {
  readonly t: string;
  readonly p: string;
  readonly used: string;
}

export function rowSql(side: RoleSide): RowSql | null {
  const { target, prediction } = side;
  if (prediction === null) return null;
  const [t, p] = [target, prediction].map((column) => `(${numberExpression(column, 'numeric')})`) as [string, string];
  const counts = countsSql(side);
  return { t, p, used: `(isfinite(${t}) and isfinite(${p}) and isfinite(${p} - ${t})${counts === null ? '' : ` and ${counts}`})` };
}
