import type { EstimatedPerformance } from '#shared/domain/estimatedPerformance.ts';
import type { ClassificationPerformance, PerformanceSection } from '#shared/domain/performance.ts';
import { quoteText } from '../data/quote.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import { classSql, scoreColumns } from '../performance/gatherClasses.ts';
import { onBoth, type Both } from '../performance/metricRows.ts';
import type { RoleSide } from '../performance/roleSides.ts';
import { estimateClassification, type ProbabilitySql } from './classification.ts';
import type { EstimationWork } from './estimationWork.ts';
import { estimateRegression } from './regression.ts';
import { estimateSeveralClasses, type SeveralClassSql } from './severalClasses.ts';

type SideName = 'reference' | 'current';

function columnOf(work: EstimationWork, side: SideName, name: string | null): DatasetColumn | null {
  return work.datasets[side].columns.find(({ column }) => column === name) ?? null;
}

/** The predictions of a side. Where it has no target, that of the reference stands in for how labels are written. */
function predictionSide(work: EstimationWork, side: SideName, target: DatasetColumn): RoleSide | null {
  const { roles } = work.settings;
  const { view, numberOfRows } = work.datasets[side];
  const prediction = columnOf(work, side, roles.prediction);
  const named = Object.entries(roles.probabilities).map(([label, name]) => [label, columnOf(work, side, name)] as const);
  if ((roles.prediction !== null && prediction === null) || named.some(([, column]) => column === null)) return null;
  const probabilities = new Map(named.flatMap(([label, column]) => (column === null ? [] : [[label, column] as const])));
  return { view, rows: numberOfRows, target: columnOf(work, side, roles.target) ?? target, weight: null, prediction, probabilities };
}

function probabilitySql(work: EstimationWork, name: SideName, side: RoleSide, section: ClassificationPerformance): ProbabilitySql | null {
  const { predictionIs, probabilityThreshold } = section;
  const positive = section.positiveLabel ?? '';
  const scores = scoreColumns(side, predictionIs);
  const score = scores.get(positive) ?? scores.get(null);
  if (score === undefined) return null;
  const { truth, guess } = classSql(side, work, predictionIs);
  const called =
    predictionIs === 'probability' || guess === null
      ? `(${score} >= ${probabilityThreshold ?? 0.5})`
      : `((${guess}) = ${quoteText(positive)})`;
  return { score, called, truth: columnOf(work, name, work.settings.roles.target) === null ? null : truth };
}

const wantsProbability =
  'for classes it needs the probability of one of two classes, or of each of several (--probability CLASS=COLUMN); labels alone do not say how sure the model was.';

/** A probability a class on one side; null where there is none. */
function severalSql(work: EstimationWork, name: SideName, side: RoleSide, section: ClassificationPerformance): SeveralClassSql | null {
  const named = scoreColumns(side, section.predictionIs);
  const scores = section.labels.flatMap((label) => named.get(label) ?? []);
  const { truth, guess } = classSql(side, work, section.predictionIs);
  if (guess === null || scores.length < section.labels.length) return null;
  return { scores, guess, truth: columnOf(work, name, work.settings.roles.target) === null ? null : truth };
}

async function estimateSeveral(
  work: EstimationWork,
  sides: Both<RoleSide>,
  section: ClassificationPerformance,
): Promise<EstimatedPerformance | string> {
  const { reference, current } = onBoth((side) => severalSql(work, side, sides[side], section));
  if (reference === null || current === null) return wantsProbability;
  return estimateSeveralClasses(work, { labels: section.labels, sql: { reference, current } });
}

async function estimateClasses(
  work: EstimationWork,
  sides: Both<RoleSide>,
  section: ClassificationPerformance,
): Promise<EstimatedPerformance | string> {
  if (section.positiveLabel === null) return estimateSeveral(work, sides, section);
  const sql = onBoth((side) => probabilitySql(work, side, sides[side], section));
  const { reference, current } = sql;
  if (reference === null || current === null) return wantsProbability;
  const threshold = section.probabilityThreshold ?? 0.5;
  return estimateClassification(work, { sql: { reference, current }, positive: section.positiveLabel, threshold });
}

/** Estimates how well the model does on current from what the reference teaches. A sentence says why it cannot be done. */
export async function estimatePerformance(work: EstimationWork, measured: PerformanceSection): Promise<EstimatedPerformance | string> {
  const target = columnOf(work, 'reference', measured.target);
  if (target === null) return `the reference has no column ${measured.target}, from which the model’s errors could be learnt.`;
  const [reference, current] = [predictionSide(work, 'reference', target), predictionSide(work, 'current', target)];
  if (reference === null || current === null) return 'both sides must have every column of predictions that is named.';
  return measured.task === 'regression' ? estimateRegression(work) : estimateClasses(work, { reference, current }, measured);
}
