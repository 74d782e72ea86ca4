import type { ClassesSide, NumbersSide, RoleRelation } from '#shared/domain/modelDrift.ts';
import type { Reasons } from '#shared/domain/profile.ts';
import type { AnalysisWork } from '../analyses/defineAnalysis.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import { labelExpression } from '../data/evidence/labels.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { countAgreement, readPairedNumbers } from '../data/evidence/roleRelation.ts';
import { groupOf } from '../data/sqlTypes.ts';
import { onBoth } from '../performance/metricRows.ts';

type Work = Pick<AnalysisWork, 'database' | 'datasets' | 'settings' | 'context'>;

interface Pair {
  readonly view: string;
  readonly target: DatasetColumn;
  readonly prediction: DatasetColumn;
}

function pairOf({ datasets, settings }: Work, side: 'reference' | 'current'): Pair | null {
  const { columns, view } = datasets[side];
  const [target, prediction] = [settings.roles.target, settings.roles.prediction].map((name) =>
    columns.find(({ column }) => column === name),
  );
  return target === undefined || prediction === undefined ? null : { view, target, prediction };
}

async function numbersSide({ database, context }: Work, { view, target, prediction }: Pair): Promise<NumbersSide> {
  const expressions = { view, first: numberExpression(target, 'numeric'), second: numberExpression(prediction, 'numeric') };
  const { rows, means, correlation } = await database.using(context.signal, (connection) => readPairedNumbers(connection, expressions));
  const reasons: Reasons = {};
  if (means[0] === null) reasons['meanTarget'] = rows === 0 ? 'no-valid-values' : 'not-finite';
  if (means[1] === null) reasons['meanPrediction'] = rows === 0 ? 'no-valid-values' : 'not-finite';
  if (correlation === null) reasons['correlation'] = rows === 0 ? 'no-valid-values' : 'constant';
  return { rows, meanTarget: means[0], meanPrediction: means[1], correlation, reasons };
}

async function classesSide({ database, context, settings }: Work, { view, target, prediction }: Pair): Promise<ClassesSide> {
  const isNumber = [target, prediction].some(({ family }) => family === 'integer' || family === 'fraction');
  const form = { truthAsNumber: isNumber, emptyIsMissing: settings.missing.includes('empty-string') };
  const expressions = { view, first: labelExpression(target, form), second: labelExpression(prediction, form) };
  const { rows, agreeing } = await database.using(context.signal, (connection) => countAgreement(connection, expressions));
  return rows === 0
    ? { rows, agreement: null, reasons: { agreement: 'no-valid-values' } }
    : { rows, agreement: agreeing / rows, reasons: {} };
}

/** How prediction and target go together on each side; null where they cannot be compared. */
export async function measureRelation(work: Work): Promise<RoleRelation | null> {
  const pairs = onBoth((side) => pairOf(work, side));
  const groups = [pairs.reference, pairs.current].flatMap((pair) =>
    pair === null ? [] : [groupOf(pair.target.family), groupOf(pair.prediction.family)],
  );
  if (groups.length === 0 || groups.includes('unsupported') || groups.includes('time')) return null;
  const isNumber = groups.every((group) => group === 'number');
  if (isNumber) {
    const side = (pair: Pair | null): Promise<NumbersSide> | null => (pair === null ? null : numbersSide(work, pair));
    return { kind: 'numbers', reference: await side(pairs.reference), current: await side(pairs.current) };
  }
  // Beside classes of text or truth a number is a probability, which agrees with none of them.
  const fractions = [pairs.reference, pairs.current].some((pair) => pair?.prediction.family === 'fraction');
  if (fractions) return null;
  const side = (pair: Pair | null): Promise<ClassesSide> | null => (pair === null ? null : classesSide(work, pair));
  return { kind: 'classes', reference: await side(pairs.reference), current: await side(pairs.current) };
}
