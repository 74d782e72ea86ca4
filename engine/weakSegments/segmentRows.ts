import type { PerformanceSection } from '#shared/domain/performance.ts';
import type { Side } from '#shared/domain/dataset.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { quoteText } from '../data/quote.ts';
import { decidedSql } from '../performance/gatherClasses.ts';
import { roleSides } from '../performance/roleSides.ts';
import type { RelationWork } from '../relations/relationWork.ts';
import { missingCondition } from './segmentConditions.ts';

const nothing = 'null::double';

/** SQL that gives the error of the model in a row: the absolute one of a number, 1 for a wrong class. */
export function errorExpression(work: RelationWork, side: Side, performance: PerformanceSection | null): string {
  if (performance === null) return nothing;
  const roles = roleSides(work)[side];
  if (roles === null) return nothing;
  if (performance.task === 'regression') {
    if (roles.prediction === null) return nothing;
    const [t, p] = [roles.target, roles.prediction].map((column) => `(${numberExpression(column, 'numeric')})`);
    return `case when isfinite(${t}) and isfinite(${p}) and isfinite(${p} - ${t}) then abs(${p} - ${t}) end`;
  }
  const { positiveLabel, probabilityThreshold, predictionIs } = performance;
  const { truth, guess, score } = decidedSql(roles, work, { form: predictionIs, label: positiveLabel });
  if (guess !== null) return `case when ${truth} is not null and ${guess} is not null then (${truth} <> ${guess})::int::double end`;
  if (positiveLabel === null || probabilityThreshold === null || score === null) return nothing;
  const wrong = `(${truth} = ${quoteText(positiveLabel)}) <> (${score} >= ${probabilityThreshold})`;
  return `case when ${truth} is not null and isfinite(${score}) then (${wrong})::int::double end`;
}

/** SQL that counts the missing cells of a row, and how many cells a row has. */
export function missingExpression(
  { columns, datasets, settings }: RelationWork,
  side: Side,
): { readonly sql: string; readonly cells: number } {
  const shared = columns.filter(({ reference, current }) => reference !== null && current !== null);
  const conditions = shared.flatMap((report) => {
    const column = datasets[side].columns.find((each) => each.column === report.column);
    if (column === undefined || (report[side]?.missing ?? 0) === 0) return [];
    return missingCondition(column, settings) ?? [];
  });
  const sum = ['0', ...conditions.map((condition) => `(${condition})::int`)].join(' + ');
  return { sql: `(${sum})::double`, cells: shared.length };
}
