import type { PerformanceSection } from '#shared/domain/performance.ts';
import type { Side } from '#shared/domain/dataset.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { quoteText } from '../data/quote.ts';
import { sideSql } from '../performance/gatherClasses.ts';
import type { RelationWork } from '../relations/relationWork.ts';
import { missingCondition } from './segmentConditions.ts';

const nothing = 'null::double';

/** SQL that gives the error of the model in a row: the absolute one of a number, 1 for a wrong class. */
export function errorExpression(work: RelationWork, side: Side, performance: PerformanceSection | null): string {
  if (performance === null) return nothing;
  const columnOf = (name: string) => work.datasets[side].columns.find(({ column }) => column === name);
  const [target, prediction] = [columnOf(performance.target), columnOf(performance.prediction)];
  if (target === undefined || prediction === undefined) return nothing;
  if (performance.task === 'regression') {
    const [t, p] = [target, prediction].map((column) => `(${numberExpression(column, 'numeric')})`);
    return `case when isfinite(${t}) and isfinite(${p}) and isfinite(${p} - ${t}) then abs(${p} - ${t}) end`;
  }
  const { truth, guess, score } = sideSql({ target, prediction }, work, performance.predictionIs);
  if (performance.predictionIs === 'labels')
    return `case when ${truth} is not null and ${guess} is not null then (${truth} <> ${guess})::int::double end`;
  const { positiveLabel, probabilityThreshold } = performance;
  if (positiveLabel === null || probabilityThreshold === null) return nothing;
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
