import type { PerformanceSection } from '#shared/domain/performance.ts';
import type { Finding } from '#shared/domain/report.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { readNumberFacts, type NumberFacts } from '../data/evidence/numberFacts.ts';
import { groupOf } from '../data/sqlTypes.ts';
import { measureClassification } from './classification.ts';
import { decideTask, mostClasses, type RoleFacts, type TaskDecision } from './decideTask.ts';
import { measureRegression } from './regression.ts';
import { roleSides, type PerformanceWork, type RoleSide } from './roleSides.ts';
import { unfitWeights } from './unfitWeights.ts';

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

type ColumnOf = (side: RoleSide) => DatasetColumn | null | undefined;

/** Facts of a column over both sides; null where the sides hold different things. */
async function factsOf(work: PerformanceWork, columnOf: ColumnOf): Promise<RoleFacts | null> {
  const found = [work.sides.reference, work.sides.current].flatMap((side) => {
    const column = side === null ? null : columnOf(side);
    return side === null || column == null ? [] : [{ view: side.view, column }];
  });
  const groups = new Set(found.map(({ column }) => groupOf(column.family)));
  const [group] = groups;
  if (group === undefined || groups.size > 1) return null;
  if (group !== 'number') return { group, numbers: null };
  const facts: NumberFacts[] = [];
  for (const { view, column } of found) {
    const x = numberExpression(column, 'numeric');
    facts.push(await work.database.using(work.context.signal, (connection) => readNumberFacts(connection, view, x, mostClasses)));
  }
  return { group, numbers: facts.reduce(pooled) };
}

/** Asks of every named column of probabilities that it holds some; else what is wrong, as a sentence. */
async function unfitProbabilities(work: PerformanceWork): Promise<string | null> {
  for (const [label, column] of Object.entries(work.settings.roles.probabilities)) {
    const facts = await factsOf(work, (side) => side.probabilities.get(label));
    if (facts === null || facts.group !== 'number') return `the column ${column}, named for the probability of ${label}, holds no numbers.`;
    const { n, min, max } = facts.numbers ?? { n: 0, min: 0, max: 0 };
    if (n > 0 && (min < 0 || max > 1)) return `the column ${column}, named for the probability of ${label}, holds numbers outside [0, 1].`;
  }
  return null;
}

function notMeasured(
  because: string,
  code: 'performance-not-measured' | 'weights-unusable' = 'performance-not-measured',
): MeasuredPerformance {
  const sentence = `The performance of the model was not measured: ${because}`;
  return { performance: null, findings: [{ severity: 'attention', code, column: null, sentence }] };
}

const uncounted = {
  regression: 'the largest error, standard deviations, quantiles, groups and pictures of errors',
  classification: 'the top, lift and gain, and distributions of probabilities',
} as const;

function weightFindings({ weight, task }: PerformanceSection): Finding[] {
  if (weight === null) return [];
  const sentence = `The metrics of the model are weighted by ${weight}; ${uncounted[task]} count every row once, and so do all other sections.`;
  return [{ severity: 'note', code: 'performance-weighted', column: null, sentence }];
}

function leftOutFindings({ rows, weight }: PerformanceSection): Finding[] {
  return (['reference', 'current'] as const).flatMap((side) => {
    const { leftOut = 0, rows: all = 0 } = rows[side] ?? {};
    if (leftOut === 0) return [];
    const why =
      weight === null
        ? 'target or prediction is missing or not finite.'
        : 'target, prediction or weight is missing or not finite, or the weight is 0.';
    const sentence = `${formatCount(leftOut)} of ${formatCount(all)} ${side} rows are left out of the model’s performance: ${why}`;
    return [{ severity: 'note', code: 'performance-rows-left-out', column: null, sentence }];
  });
}

/** The kinds of target and predictions, or what is impossible to say as a sentence. */
async function decide(work: PerformanceWork): Promise<TaskDecision> {
  const { roles, performance, model } = work.settings;
  const target = await factsOf(work, (side) => side.target);
  const prediction = roles.prediction === null ? null : await factsOf(work, (side) => side.prediction);
  if (target === null || (roles.prediction !== null && prediction === null))
    return { task: null, sentence: 'the two data sets hold different kinds of target or prediction.' };
  const unfit = await unfitProbabilities(work);
  if (unfit !== null) return { task: null, sentence: unfit };
  const decision = decideTask(performance.task, target, { prediction, probabilities: Object.keys(roles.probabilities).length });
  const isGiven = model !== null && performance.task !== null && decision.task !== null;
  return isGiven ? { ...decision, reason: 'what the model that scored both sides predicts, or chosen by the user.' } : decision;
}

/** Measures the predictions against the targets, whose columns the settings name. */
export async function measurePerformance(given: Omit<PerformanceWork, 'sides'>): Promise<MeasuredPerformance> {
  const work: PerformanceWork = { ...given, sides: roleSides(given) };
  if (work.sides.reference === null && work.sides.current === null) {
    const missing =
      given.settings.roles.weight === null ? 'both the target and the prediction.' : 'the target, the prediction and the weights.';
    return notMeasured(`no side has ${missing}`);
  }
  const unfit = await unfitWeights(work);
  if (unfit !== null) return notMeasured(unfit, 'weights-unusable');
  const decision = await decide(work);
  if (decision.task === null) return notMeasured(decision.sentence);
  const measured =
    decision.task === 'regression'
      ? await measureRegression(work, decision.reason)
      : await measureClassification({ work, taskReason: decision.reason, form: decision.form });
  if (typeof measured === 'string') return notMeasured(measured);
  return { performance: measured, findings: [...weightFindings(measured), ...leftOutFindings(measured)] };
}
