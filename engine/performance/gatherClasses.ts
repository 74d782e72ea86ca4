import type { ProbabilitySide } from '#shared/domain/performance.ts';
import { streamWeightedScores } from '../data/evidence/weightedScores.ts';
import {
  countLabelPairs,
  labelExpression,
  streamScores,
  type LabelForm,
  type LabelPair,
  type ScoreGroup,
} from '../data/evidence/labels.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import { quoteText } from '../data/quote.ts';
import type { ClassScoreEvidence } from '../metrics/classificationEvidence.ts';
import type { ClassCounts } from '../metrics/classification/classCounts.ts';
import { onBoth, type Both } from './metricRows.ts';
import type { PerformanceWork, RoleSide, TargetSide } from './roleSides.ts';
import { ScoreSweep, type SweepRequest, type Totals } from './scoreSweep.ts';
import { countsSql, weightSql } from './weightSql.ts';

export type LabelCounts = readonly LabelPair[];

/** What predictions are: a label; one probability; or several, of which the highest predicts. */
export type PredictionForm = 'labels' | 'probability' | 'probabilities';

const isNumber = (column: DatasetColumn | null): boolean => column?.family === 'integer' || column?.family === 'fraction';

/** Truth values are written as numbers where the other column holds classes that are numbers. */
function labelForm({ target, prediction }: RoleSide, work: Pick<PerformanceWork, 'settings'>, form: PredictionForm): LabelForm {
  const truthAsNumber = form === 'labels' && [target, prediction].some(isNumber);
  return { truthAsNumber, emptyIsMissing: work.settings.missing.includes('empty-string') };
}

/** SQL of the probability that stands in a column. */
const scoreOf = (column: DatasetColumn): string => `(${numberExpression(column, 'numeric')})`;

/** Every column of probabilities of a side, by class; the one column of a single probability has no class yet. */
export function scoreColumns(side: RoleSide, form: PredictionForm): ReadonlyMap<string | null, string> {
  const named = [...side.probabilities].map(([label, column]) => [label, scoreOf(column)] as const);
  if (named.length > 0) return new Map(named);
  return new Map(form === 'labels' || side.prediction === null ? [] : [[null, scoreOf(side.prediction)]]);
}

/** SQL of one side: the true and the predicted class, null for a row that is left out. */
export interface ClassSql {
  readonly truth: string;
  /** null where a threshold is still to decide. */
  readonly guess: string | null;
}

export function classSql(side: RoleSide, work: Pick<PerformanceWork, 'settings'>, form: PredictionForm): ClassSql {
  const written = labelForm(side, work, form);
  const scores = scoreColumns(side, form);
  const label = form === 'labels' && side.prediction !== null ? labelExpression(side.prediction, written) : null;
  const finite = [...scores.values()].map((score) => `isfinite(${score})`);
  const counts = countsSql(side);
  const known = [...finite, ...(label === null ? [] : [`${label} is not null`]), ...(counts === null ? [] : [counts])].join(' and ');
  const truth = `case when ${known} then ${labelExpression(side.target, written)} end`;
  if (label !== null) return { truth, guess: label };
  if (form !== 'probabilities') return { truth, guess: null };
  const highest = [...scores].map(([name, score]) => `when ${score} then ${quoteText(name ?? '')}`).join(' ');
  return { truth, guess: `case greatest(${[...scores.values()].join(', ')}) ${highest} end` };
}

/** The same with the probability of one class, where a threshold on it decides; else null. */
export function decidedSql(
  side: RoleSide,
  work: Pick<PerformanceWork, 'settings'>,
  asked: { readonly form: PredictionForm; readonly label: string | null },
): ClassSql & { readonly score: string | null } {
  const { truth, guess } = classSql(side, work, asked.form);
  const scores = scoreColumns(side, asked.form);
  const score = scores.get(asked.label) ?? scores.get(null) ?? null;
  return { truth, guess, score: guess === null ? score : null };
}

/** Rows by true and predicted class on each side; where there is no prediction yet the guess is the true class. null: too many. */
export async function gatherLabels(
  work: PerformanceWork,
  form: PredictionForm,
  mostLabels: number,
): Promise<Both<LabelCounts | null> | null> {
  const counts: { reference: LabelCounts | null; current: LabelCounts | null } = { reference: null, current: null };
  for (const name of ['reference', 'current'] as const) {
    const side = work.sides[name];
    if (side === null) continue;
    const { truth, guess } = classSql(side, work, form);
    const found = await countPairs(work, { view: side.view, truth, guess: guess ?? truth, weight: weightSql(side) }, mostLabels);
    if (found === null) return null;
    counts[name] = found;
  }
  return counts;
}

function countPairs(
  work: PerformanceWork,
  sql: { view: string; truth: string; guess: string; weight: string | null },
  mostLabels: number,
): Promise<LabelCounts | null> {
  return work.database.using(work.context.signal, (connection) => countLabelPairs(connection, { ...sql, most: mostLabels * mostLabels }));
}

/** Rows by true class of a side that has targets alone; null where there are too many classes. */
export function gatherTargets(work: PerformanceWork, side: TargetSide, mostLabels: number): Promise<LabelCounts | null> {
  const emptyIsMissing = work.settings.missing.includes('empty-string');
  const columns = [work.sides.reference?.prediction, work.sides.current?.prediction];
  const label = labelExpression(side.target, { truthAsNumber: columns.some((column) => isNumber(column ?? null)), emptyIsMissing });
  const counts = countsSql(side);
  const truth = counts === null ? label : `case when ${counts} then ${label} end`;
  return countPairs(work, { view: side.view, truth, guess: truth, weight: weightSql(side) }, mostLabels);
}

export interface ScoreResult {
  readonly evidence: ClassScoreEvidence;
  readonly side: ProbabilitySide;
  readonly countsAt: (threshold: number) => ClassCounts;
}

interface Asked {
  readonly form: PredictionForm;
  readonly label: string;
  readonly sweep: SweepRequest;
}

async function sweepSide(
  work: PerformanceWork,
  side: RoleSide,
  counts: LabelCounts,
  { form, label, sweep: request }: Asked,
): Promise<ScoreResult | null> {
  const scores = scoreColumns(side, form);
  const score = scores.get(label) ?? scores.get(null);
  if (score === undefined) return null;
  const { truth } = classSql(side, work, form);
  const totalsOf = (of: 'weight' | 'rows'): Totals => {
    const sumOf = (pairs: LabelCounts): number => pairs.reduce((sum, pair) => sum + pair[of], 0);
    return {
      positives: sumOf(counts.filter(({ truth: own }) => own === label)),
      negatives: sumOf(counts.filter(({ truth: own }) => own !== label)),
    };
  };
  const sweep = new ScoreSweep(totalsOf('weight'), request, totalsOf('rows'));
  const take: ScoreGroup = (...group) => sweep.push(...group);
  const [sql, weight] = [{ view: side.view, truth, score, positive: label }, weightSql(side)];
  await work.database.using(work.context.signal, (connection) =>
    weight === null
      ? streamScores(connection, sql, take, work.pacer)
      : streamWeightedScores(connection, { ...sql, weight }, take, work.pacer),
  );
  return sweep.finish();
}

/** Everything that rests on the probability of one class, on each side; null where it has none. */
export async function gatherScores(
  work: PerformanceWork,
  counts: Both<LabelCounts | null>,
  asked: Asked,
): Promise<Both<ScoreResult | null>> {
  const results: { reference: ScoreResult | null; current: ScoreResult | null } = onBoth(() => null);
  for (const name of ['reference', 'current'] as const) {
    const [side, own] = [work.sides[name], counts[name]];
    if (side !== null && own !== null) results[name] = await sweepSide(work, side, own, asked);
  }
  return results;
}
