import type { ColumnReport } from '#shared/domain/report.ts';
import { formatNumber } from '#shared/text/formatNumber.ts';
import type { DatasetColumn } from '../dataset.ts';
import { labelExpression } from './labels.ts';
import { numberExpression } from './numberExpression.ts';

/** How rows fall into groups: the SQL of one side, and the names of the groups in their order where these are known before. */
export interface Grouping {
  readonly groupedBy: 'values' | 'quarters';
  sql(column: DatasetColumn): string;
  readonly names: readonly string[] | null;
}

export function byValues(emptyIsMissing: boolean): Grouping {
  return { groupedBy: 'values', sql: (column) => labelExpression(column, { truthAsNumber: false, emptyIsMissing }), names: null };
}

function quartersOf(column: ColumnReport | undefined): number[] {
  const quantiles = column?.reference?.quantiles ?? [];
  const values = [0.25, 0.5, 0.75].map((share) => quantiles.find((each) => each.share === share)?.value);
  return [...new Set(values.filter((value) => typeof value === 'number'))];
}

/** Cuts a number with many values at the quartiles of its reference; null where it has none. */
export function byQuarters(column: ColumnReport | undefined): Grouping | null {
  const edges = quartersOf(column);
  const [first, last] = [edges[0], edges.at(-1)];
  if (first === undefined || last === undefined) return null;
  const between = edges.slice(1).map((edge, i) => `${formatNumber(edges[i]!)} to ${formatNumber(edge)}`);
  const names = [`below ${formatNumber(first)}`, ...between, `from ${formatNumber(last)}`];
  return {
    groupedBy: 'quarters',
    sql: (side) => {
      const x = `(${numberExpression(side, 'numeric')})`;
      const cases = edges.map((edge, i) => `when ${x} < (${edge})::double then '${i}'`);
      return `case when not isfinite(${x}) then null ${cases.join(' ')} when ${x} is not null then '${edges.length}' end`;
    },
    names,
  };
}
