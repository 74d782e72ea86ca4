import type { ColumnReport } from '#shared/domain/report.ts';
import type { ColumnKind, Side } from '#shared/domain/dataset.ts';
import type { OpenDataset } from '../data/dataset.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { quoteName } from '../data/quote.ts';
import type { PlannedColumn } from './planColumns.ts';

type Statement = ColumnReport['sql'][number];

function profileSql(dataset: OpenDataset, name: string, x: string): string {
  return [
    'select count(*) as rows, count(*) - count(x) as nulls, count(*) filter (isnan(x)) as nan, count(*) filter (isinf(x)) as infinite,',
    '  count(distinct x) filter (isfinite(x)) as distinct_values, min(x) filter (isfinite(x)) as min, max(x) filter (isfinite(x)) as max,',
    '  avg(x) filter (isfinite(x)) as mean, stddev_samp(x) filter (isfinite(x)) as standard_deviation,',
    '  quantile_cont(x, [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]) filter (isfinite(x)) as quantiles',
    `from (select ${x === name ? name : x} as x from ${dataset.fromClause});`,
  ].join('\n');
}

function countsSql(dataset: OpenDataset, name: string): string {
  return `select ${name} as value, count(*) as rows, count(*) / sum(count(*)) over () as share\nfrom ${dataset.fromClause}\ngroup by all\norder by rows desc, value;`;
}

function statement(plan: PlannedColumn, kind: ColumnKind, side: Side, dataset: OpenDataset): Statement[] {
  const column = plan[side];
  // What a model predicted is in no file that a statement could read.
  if (column === null || dataset.added?.has(column.column) === true) return [];
  const name = quoteName(column.column);
  if (kind === 'unsupported')
    return [{ title: `Nulls, ${side}`, sql: `select count(*) - count(${name}) as nulls from ${dataset.fromClause};` }];
  const asNumber = kind === 'numeric' || kind === 'datetime';
  if (!asNumber) return [{ title: `Counts, ${side}`, sql: countsSql(dataset, name) }];
  return [{ title: `Profile, ${side}`, sql: profileSql(dataset, name, numberExpression(column, kind)) }];
}

/** Statements that give the profile of a column in any DuckDB, for people to check the numbers by. */
export function columnSql(plan: PlannedColumn, kind: ColumnKind, reference: OpenDataset, current: OpenDataset): Statement[] {
  return [...statement(plan, kind, 'reference', reference), ...statement(plan, kind, 'current', current)];
}
