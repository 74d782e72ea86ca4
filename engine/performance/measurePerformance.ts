import type { PerformanceSection } from '#shared/domain/performance.ts';
import type { Finding } from '#shared/domain/report.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { readNumberFacts, type NumberFacts } from '../data/evidence/numberFacts.ts';
import { groupOf } from '../data/sqlTypes.ts';
import { measureClassification } from './classification.ts';
import { decideTask, mostClasses, type RoleFacts } from './decideTask.ts';
import { onBoth } from './metricRows.ts';
import { measureRegression } from './regression.ts';
import type { PerformanceWork, RoleSide } from './roleSides.ts';

export interface MeasuredPerformance {
  readonly performance: PerformanceSection | null;
  readonly findings: readonly Finding[];
}

function pooled(a: NumberFacts, b: NumberFacts): NumberFacts {
  if (a.n === 0 || b.n === 0) return a.n === 0 ? b : a;
  const values = a.values === null || b.values === null ? null : [...new Set([...a.values, ...b.values])];
  return {
    n: a.n + b.n,
    whole: a.whole && b.whole,
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
    values: values !== null && values.length > mostClasses ? null : values,
  };
}

/** Facts of a column over both sides; null where the sides hold different things. */
async function factsOf(work: PerformanceWork, columnOf: (side: RoleSide) => DatasetColumn): Promise<RoleFacts | null> {
  const sides = [work.sides.reference, work.sides.current].filter((side) => side !== null);
  const groups = new Set(sides.map((side) => groupOf(columnOf(side).family)));
  const [group] = groups;
  if (group === undefined || groups.size > 1) return null;
  if (group !== 'number') return { group, numbers: null };
  const facts: NumberFacts[] = [];
  for (const side of sides) {
    const x = numberExpression(columnOf(side), 'numeric');
    facts.push(await work.database.using(work.context.signal, (connection) => readNumberFacts(connection, side.view, x, mostClasses)));
  }
  return { group, numbers: facts.reduce(pooled) };
}

function notMeasured(because: string): MeasuredPerformance {
  const sentence = `The performance of the model was not measured: ${because}`;
  return { performance: null, findings: [{ severity: 'attention', code: 'performance-not-measured', column: null, sentence }] };
}

function leftOutFindings({ rows }: PerformanceSection): Finding[] {
  return (['reference', 'current'] as const).flatMap((side) => {
    const { leftOut = 0, rows: all = 0 } = rows[side] ?? {};
    if (leftOut === 0) return [];
    const sentence = `${formatCount(leftOut)} of ${formatCount(all)} ${side} rows are left out of the model’s performance: target or prediction is missing or not finite.`;
    return [{ severity: 'note', code: 'performance-rows-left-out', column: null, sentence }];
  });
}

function sideOf(work: Omit<PerformanceWork, 'sides'>, name: 'reference' | 'current'): RoleSide | null {
  const { columns, view, numberOfRows } = work.datasets[name];
  const { roles } = work.settings;
  const target = columns.find(({ column }) => column === roles.target);
  const prediction = columns.find(({ column }) => column === roles.prediction);
  return target === undefined || prediction === undefined ? null : { view, rows: numberOfRows, target, prediction };
}

/** Measures the predictions against the targets. The settings name both columns. */
export async function measurePerformance(given: Omit<PerformanceWork, 'sides'>): Promise<MeasuredPerformance> {
  const { performance } = given.settings;
  const work: PerformanceWork = { ...given, sides: onBoth((name) => sideOf(given, name)) };
  if (work.sides.reference === null && work.sides.current === null) return notMeasured('no side has both the target and the prediction.');
  const target = await factsOf(work, (side) => side.target);
  const prediction = await factsOf(work, (side) => side.prediction);
  if (target === null || prediction === null) return notMeasured('the two data sets hold different kinds of target or prediction.');
  const decision = decideTask(performance.task, target, prediction);
  if (decision.task === null) return notMeasured(decision.sentence);
  const measured =
    decision.task === 'regression'
      ? await measureRegression(work, decision.reason)
      : await measureClassification({ work, taskReason: decision.reason, predictionIs: decision.predictionIs });
  if (typeof measured === 'string') return notMeasured(measured);
  return { performance: measured, findings: leftOutFindings(measured) };
}
