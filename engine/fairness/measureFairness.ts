import type { FairnessSection, SensitiveColumn } from '#shared/domain/fairness.ts';
import type { ClassificationPerformance } from '#shared/domain/performance.ts';
import type { AnalysisWork } from '../analyses/defineAnalysis.ts';
import { decidedSql } from '../performance/gatherClasses.ts';
import { knownPerformance } from '../performance/knownPerformance.ts';
import { onBoth } from '../performance/metricRows.ts';
import { roleSides } from '../performance/roleSides.ts';
import type { OutcomeSide } from './compareGroups.ts';
import { measureColumn, type GroupedColumn } from './measureColumn.ts';
import { measureIntersection } from './measureIntersection.ts';

export interface MeasuredFairness {
  readonly section: FairnessSection | null;
  /** Sensitive columns that could not be compared, or null for all of them: why, in one sentence. */
  readonly obstacles: readonly { readonly column: string | null; readonly sentence: string }[];
}

function outcomeSide(
  work: AnalysisWork,
  name: 'reference' | 'current',
  section: ClassificationPerformance,
  positive: string,
): OutcomeSide | null {
  const side = roleSides(work)[name];
  if (side === null) return null;
  const { view, rows } = side;
  const { truth, guess, score } = decidedSql(side, work, { form: section.predictionIs, label: positive });
  if (guess !== null) return { view, rows, truth, positive, prediction: { label: guess } };
  const threshold = section.probabilityThreshold;
  return score === null || threshold === null ? null : { view, rows, truth, positive, prediction: { score, threshold } };
}

/** The class that people would rather be predicted to be, or whose prediction has consequences; null where none is known. */
function positiveOf({ settings }: AnalysisWork, { positiveLabel, labels }: ClassificationPerformance): string | null {
  const chosen = settings.performance.positiveLabel;
  return positiveLabel ?? (chosen !== null && labels.includes(chosen) ? chosen : null);
}

/** Compares how the groups of each sensitive column are predicted. */
export async function measureFairness(work: AnalysisWork): Promise<MeasuredFairness> {
  const performance = await knownPerformance(work);
  const stopped = (sentence: string): MeasuredFairness => ({ section: null, obstacles: [{ column: null, sentence }] });
  if (performance === null) return stopped('target and prediction cannot be compared.');
  if (performance.task === 'regression') return stopped('the predictions are numbers, not classes.');
  const positive = positiveOf(work, performance);
  if (positive === null) return stopped('there are more than two classes; name the one of interest as the positive label.');
  const { fairness } = work.settings;
  const outcomes = onBoth((name) => outcomeSide(work, name, performance, positive));
  const columns: SensitiveColumn[] = [];
  const grouped: GroupedColumn[] = [];
  const obstacles: { column: string | null; sentence: string }[] = [];
  for (const column of new Set(fairness.sensitive)) {
    const measured = await measureColumn({ work, outcomes, column });
    if (typeof measured === 'string') obstacles.push({ column, sentence: measured });
    else {
      columns.push(measured.measured);
      grouped.push(measured.grouped);
    }
  }
  if (columns.length === 0) return { section: null, obstacles };
  const met = grouped.length < 2 ? null : await measureIntersection({ work, outcomes }, grouped);
  if (typeof met === 'string') obstacles.push({ column: null, sentence: met });
  const intersection = typeof met === 'string' ? null : met;
  const { target, prediction, probabilityThreshold } = performance;
  return {
    section: { target, prediction, positiveLabel: positive, probabilityThreshold, resamples: fairness.resamples, columns, intersection },
    obstacles,
  };
}
