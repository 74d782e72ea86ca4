import type { DatasetColumn } from '../data/dataset.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';

/** SQL of the weight of a row as a double; null where every row counts once. */
export function weightSql({ weight }: { readonly weight: DatasetColumn | null }): string | null {
  return weight === null ? null : `(${numberExpression(weight, 'numeric')})`;
}

/** SQL of whether a row has a weight that counts: it is there, finite and above 0. null where every row counts. */
export function countsSql(side: { readonly weight: DatasetColumn | null }): string | null {
  const weight = weightSql(side);
  return weight === null ? null : `(isfinite(${weight}) and ${weight} > 0)`;
}
