import type { ClassificationPerformance } from '#shared/domain/performance.ts';
import { assembleClassification, type Frame, type SideResult } from './assembleClassification.ts';
import { gatherLabels, gatherScores, gatherTargets, type LabelCounts, type PredictionForm, type ScoreResult } from './gatherClasses.ts';
import { labelOrder } from './labelOrder.ts';
import { onBoth, type Both } from './metricRows.ts';
import { counterpart, positiveClass } from './positiveClass.ts';
import { targetSides, type PerformanceWork } from './roleSides.ts';
import { tableThresholds } from './scoreSweep.ts';

/** More classes than this make no table that can be read. */
export const mostLabels = 50;
/** Curves of several classes are many, and may be coarser. */
const classStep = 1 / 50;

type Counts = Both<LabelCounts | null>;

function labelsOf(counts: Counts, named: readonly string[]): string[] {
  const all = [counts.reference, counts.current].flatMap((side) => side ?? []);
  return [...new Set([...named, ...all.flatMap(({ truth, guess }) => [truth, guess])])].sort(labelOrder);
}

function matrixOf(counts: LabelCounts, labels: readonly string[]): number[][] {
  const at = new Map(labels.map((label, index) => [label, index]));
  const matrix = labels.map(() => labels.map(() => 0));
  for (const { truth, guess, weight } of counts) matrix[at.get(truth)!]![at.get(guess)!] = weight;
  return matrix;
}

const rowsOf = (counts: LabelCounts): number => counts.reduce((sum, { rows }) => sum + rows, 0);

/** The matrix where a threshold predicts the positive class. */
function matrixAt(
  result: ScoreResult,
  threshold: number,
  { labels, positive }: { labels: readonly string[]; positive: string },
): number[][] {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = result.countsAt(threshold);
  return labels.map((truth) =>
    labels.map((guess) => {
      if (truth === positive) return guess === positive ? truePositives : falseNegatives;
      return guess === positive ? falsePositives : trueNegatives;
    }),
  );
}

interface Measuring {
  readonly work: PerformanceWork;
  readonly form: PredictionForm;
  readonly counts: Counts;
  readonly labels: readonly string[];
  readonly named: readonly string[];
}

const listed = (labels: readonly string[]): string => labels.slice(0, 5).join(', ') + (labels.length > 5 ? ', …' : '');
const namedWithout = (label: string): string => `no column of probabilities is named for the class ${label}.`;

/** Two classes: everything rests on the probability of the positive one. */
async function measureTwo({ work, form, counts, labels, named }: Measuring, positive: string): Promise<Both<SideResult | null> | string> {
  const { probabilityThreshold: threshold, topRows } = work.settings.performance;
  if (named.length > 0 && !named.includes(positive)) return namedWithout(positive);
  const sweep = { thresholds: tableThresholds(threshold), topRows };
  const found = await gatherScores(work, counts, { form, label: positive, sweep });
  return onBoth((side): SideResult | null => {
    const [own, result] = [counts[side], found[side]];
    if (own === null) return null;
    const matrix = form === 'labels' || result === null ? matrixOf(own, labels) : matrixAt(result, threshold, { labels, positive });
    return { rows: rowsOf(own), matrix, positive: result, classes: null };
  });
}

/** Several classes: each is held against all others. */
async function measureSeveral({ work, form, counts, labels, named }: Measuring): Promise<Both<SideResult | null> | string> {
  const without = named.length === 0 ? undefined : labels.find((label) => !named.includes(label));
  if (without !== undefined) return namedWithout(without);
  const found: Both<ScoreResult | null>[] = [];
  for (const label of named.length === 0 ? [] : labels) {
    found.push(
      await gatherScores(work, counts, {
        form,
        label,
        sweep: { thresholds: [], topRows: work.settings.performance.topRows, step: classStep },
      }),
    );
  }
  return onBoth((side): SideResult | null => {
    const own = counts[side];
    if (own === null) return null;
    const classes = found.flatMap((each) => each[side] ?? []);
    return { rows: rowsOf(own), matrix: matrixOf(own, labels), positive: null, classes: classes.length === 0 ? null : classes };
  });
}

/** Rows, or their weights, by true class of the sides that have a target, in the order of the labels; other classes of such a side count in none. */
async function targetTotals({ work, counts, labels }: Measuring): Promise<Both<readonly number[] | null>> {
  const alone = targetSides(work);
  const totals: { reference: readonly number[] | null; current: readonly number[] | null } = { reference: null, current: null };
  for (const side of ['reference', 'current'] as const) {
    const found = counts[side] ?? (alone[side] === null ? null : await gatherTargets(work, alone[side], mostLabels));
    if (found === null) continue;
    totals[side] = labels.map((label) => found.reduce((sum, { truth, weight }) => sum + (truth === label ? weight : 0), 0));
  }
  return totals;
}

/** Measures predicted classes, or what is impossible to say as a sentence. */
export async function measureClassification(frame: Frame): Promise<ClassificationPerformance | string> {
  const { work, form } = frame;
  const { roles, performance } = work.settings;
  const named = Object.keys(roles.probabilities);
  const tooMany = `there are more than ${mostLabels} classes.`;
  const counts = await gatherLabels(work, form, mostLabels);
  if (counts === null) return tooMany;
  const found = labelsOf(counts, named);
  if (found.length > mostLabels) return tooMany;
  const [only = null] = named.length === 1 ? named : [roles.prediction];
  const asked = { chosen: performance.positiveLabel, named: only };
  const withScores = form !== 'labels' || named.length > 0;
  if (found.length > 2 || (form === 'labels' && named.length === 0)) {
    if (withScores && named.length < 2)
      return `one column of probabilities fits two classes, and the target has ${found.length}: ${listed(found)}.`;
    const measuring = { work, form, counts, labels: found, named };
    const results = await measureSeveral(measuring);
    const shape = { labels: found, positive: positiveClass(found, asked) };
    return typeof results === 'string' ? results : assembleClassification(frame, shape, results, await targetTotals(measuring));
  }
  const [first] = found;
  if (first === undefined) return 'no row has both a class and a probability.';
  const positive = positiveClass(found, asked) ?? counterpart(first);
  const other = found.find((label) => label !== positive) ?? counterpart(positive);
  const shape = { labels: [positive, other].sort(labelOrder), positive };
  const measuring = { work, form, counts, labels: shape.labels, named };
  const results = await measureTwo(measuring, positive);
  return typeof results === 'string' ? results : assembleClassification(frame, shape, results, await targetTotals(measuring));
}
