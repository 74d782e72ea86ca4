import { AppError } from '#shared/errors/AppError.ts';
import type { AbsenceReason } from '#shared/domain/profile.ts';
import type { PerturbationResult, RobustnessReport, RobustnessSettings } from '#shared/domain/robustness.ts';
import { nearNames } from '#shared/lib/nearNames.ts';
import { seededRandom } from '#shared/lib/random.ts';
import type { JobContext } from '../../jobs/pacer.ts';
import type { Metric, MetricValue } from '../../metrics/defineMetric.ts';
import { meanAndError } from '../../stats/meanAndError.ts';
import { textHash } from '../../stats/textHash.ts';
import type { ExplainedModel, Player } from '../explain/explainedModel.ts';
import { stage } from '../explain/explainModel.ts';
import { headOf, type Head } from '../explain/head.ts';
import { measureModel, metricsFor, truthOf, type Truth } from '../explain/modelMetrics.ts';
import { withExplained, type DrawnSample, type ExplainRequest, type OpenExplained } from '../explain/openExplained.ts';
import { lossOf } from '../explain/permutationImportance.ts';
import { pickCells } from '../explain/readRows.ts';
import type { Cells } from '../tensors.ts';
import { boundResults, worstByKind, worstFirst } from './judgeRobustness.ts';
import { fitsTogether, perturbationsOf, perturbColumn, type DraftRows, type Perturbation } from './perturb.ts';

export interface RobustnessRequest extends Omit<ExplainRequest, 'background'> {
  /** Rows drawn. */
  readonly rows: number;
  readonly robustness: RobustnessSettings;
}

const usualMetrics = { regression: ['rmse', 'mae', 'r2'], classification: ['accuracy', 'roc-auc', 'log-loss'] } as const;

/** The rows as they are, and what the model says of them. */
interface Baseline {
  readonly sample: DrawnSample;
  readonly labels: readonly string[] | null;
  /** By explained number. */
  readonly deviations: readonly number[];
  readonly truth: Truth | null;
  readonly metrics: readonly Metric[];
  readonly values: readonly MetricValue[];
  readonly problem: string | null;
}

function chooseMetrics(model: ExplainedModel, asked: readonly string[]): Metric[] {
  const metrics = metricsFor(model);
  return (asked.length > 0 ? asked : usualMetrics[model.scorer.task]).map((name) => {
    const found = metrics.find(({ id }) => id === name);
    if (found !== undefined) return found;
    const ids = metrics.map(({ id }) => id);
    const near = nearNames(name, ids);
    const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are ${ids.join(', ')}.`;
    throw new AppError('E_USAGE', `There is no metric ${name} for this model. ${hint}`);
  });
}

const ofTruth = (truth: Truth, cells: readonly Cells[]): Cells[] => cells.map((each) => pickCells(each, truth.rows));

async function baselineOf({ model, data, request }: OpenExplained, sample: DrawnSample, settings: RobustnessSettings): Promise<Baseline> {
  const cells = await model.score(sample);
  const metrics = chooseMetrics(model, settings.metrics);
  const common = {
    sample,
    labels: model.plan.readLabels(cells),
    deviations: sample.predictions.map((values) => meanAndError(values).deviation),
  };
  const without = (problem: string): Baseline => ({ ...common, truth: null, metrics: [], values: [], problem });
  const { target } = request;
  if (target === null || sample.target === null) return without('No target was named.');
  try {
    const truth = truthOf(model, data, { column: target, values: sample.target });
    if (truth.rows.length === 0) return without(`The target ${target} has no value in these rows.`);
    const value = measureModel(model, truth, ofTruth(truth, cells));
    return { ...common, truth, metrics, values: metrics.map(value), problem: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'E_CANCELLED') throw error;
    return without(error.message);
  }
}

type Numbers = Pick<PerturbationResult, 'change' | 'flips' | 'notFinite' | 'meanChange' | 'largestChange' | 'reasons'>;

/** How predictions moved, over the rows whose predictions stayed finite; several numbers a row count as one by their mean. */
function movement(model: ExplainedModel, { sample, labels, deviations }: Baseline, cells: readonly Cells[]): Numbers {
  const after = model.plan.readNumbers(cells);
  const finite = Array.from({ length: sample.rows }, (_, row) => row).filter((row) =>
    after.every((values) => Number.isFinite(values[row])),
  );
  const reasons: Record<string, AbsenceReason> = {};
  const notFinite = (sample.rows - finite.length) / sample.rows;
  const named = model.plan.readLabels(cells);
  const flips = labels === null || named === null ? null : labels.filter((label, row) => label !== named[row]).length / sample.rows;
  if (flips === null) reasons['flips'] = 'not-for-this-kind';
  if (finite.length === 0) {
    const none = 'not-finite' as const;
    return {
      change: null,
      meanChange: null,
      largestChange: null,
      flips,
      notFinite,
      reasons: { ...reasons, change: none, meanChange: none, largestChange: none },
    };
  }
  const moved = after.map((values, number) =>
    Float64Array.from(finite, (row) => Math.abs(values[row]! - sample.predictions[number]![row]!)),
  );
  const means = moved.map((values) => meanAndError(values).mean);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const constant = deviations.some((deviation) => deviation === 0);
  if (constant) reasons['change'] = 'constant';
  return {
    change: constant ? null : mean(means.map((value, number) => value / deviations[number]!)),
    meanChange: mean(means),
    largestChange: Math.max(...moved.map((values) => values.reduce((most, value) => Math.max(most, value), 0))),
    flips,
    notFinite,
    reasons,
  };
}

function metricLines(model: ExplainedModel, { truth, metrics, values }: Baseline, cells: readonly Cells[]): PerturbationResult['metrics'] {
  if (truth === null) return [];
  const measured = measureModel(model, truth, ofTruth(truth, cells));
  return metrics.map((metric, i): PerturbationResult['metrics'][number] => {
    const [before, after] = [values[i]!, measured(metric)];
    if (typeof after !== 'number') return { metric: metric.id, value: null, loss: null, reasons: { value: after.none, loss: after.none } };
    if (typeof before !== 'number') return { metric: metric.id, value: after, loss: null, reasons: { loss: before.none } };
    return { metric: metric.id, value: after, loss: lossOf(metric.better, before, after), reasons: {} };
  });
}

type About = Pick<PerturbationResult, 'kind' | 'level' | 'column'>;

async function tryRows(model: ExplainedModel, baseline: Baseline, draft: DraftRows, about: About): Promise<PerturbationResult> {
  try {
    const cells = await model.score(draft);
    const metrics = metricLines(model, baseline, cells);
    const { reasons, ...numbers } = movement(model, baseline, cells);
    const loss = metrics[0]?.loss ?? null;
    const absent: PerturbationResult['reasons'] = loss === null ? { loss: metrics[0]?.reasons['loss'] ?? ('not-tested' as const) } : {};
    return { ...about, ...numbers, loss, metrics, problem: null, reasons: { ...reasons, ...absent } };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'E_CANCELLED') throw error;
    const none = { change: null, flips: null, loss: null, notFinite: null, meanChange: null, largestChange: null };
    const reasons = Object.fromEntries(Object.keys(none).map((name) => [name, 'not-tested' as const]));
    return { ...about, ...none, metrics: [], problem: error.message, reasons };
  }
}

const copyOf = (cells: Cells): Cells => cells.slice();

/** One perturbation of some columns; null where it fits none of them. */
async function perturb(
  { model, request }: OpenExplained,
  baseline: Baseline,
  { perturbation, players }: { readonly perturbation: Perturbation; readonly players: readonly Player[] },
): Promise<PerturbationResult | null> {
  const { sample } = baseline;
  const touched = new Set(players.flatMap(({ features }) => features));
  const draft: DraftRows = { rows: sample.rows, columns: sample.columns.map((cells, i) => (touched.has(i) ? copyOf(cells) : cells)) };
  let changed = 0;
  for (const player of players) {
    // Each draw depends on what it is for, so that leaving one perturbation out does not change the others.
    const random = seededRandom(request.seed + textHash(`${perturbation.kind} ${perturbation.level} ${player.column}`));
    const subject = { model, player, rows: sample, fill: request.settings.fill };
    if (perturbColumn(subject, draft, perturbation, random)) changed += 1;
  }
  if (changed === 0 || (players.length > 1 && changed === 1)) return null;
  return tryRows(model, baseline, draft, { ...perturbation, column: players.length === 1 ? players[0]!.column : null });
}

/** Tries every perturbation on each column, and on all at once where that makes sense. */
async function tryAll(open: OpenExplained, baseline: Baseline, settings: RobustnessSettings): Promise<PerturbationResult[]> {
  const { players } = open.model;
  const work = perturbationsOf(settings).flatMap((perturbation) => [
    ...players.map((player) => ({ perturbation, players: [player] })),
    ...(fitsTogether(perturbation) && players.length > 1 ? [{ perturbation, players }] : []),
  ]);
  const progress = stage(open.context, 0.05, 1, 'Making inputs worse');
  const results: PerturbationResult[] = [];
  for (const [done, each] of work.entries()) {
    const result = await perturb(open, baseline, each);
    if (result !== null) results.push(result);
    progress((done + 1) / work.length);
    await open.pacer.pause();
  }
  return results;
}

const metricLine = (metric: Metric, value: MetricValue): RobustnessReport['metrics'][number] =>
  typeof value === 'number'
    ? { metric: metric.id, value, reasons: {} }
    : { metric: metric.id, value: null, reasons: { value: value.none } };

/**
 * Makes the inputs of a model worse, column by column and all at once, and measures how predictions and metrics move. Bounds, where
 * given, are judged: `holds` and `bounds` are for gates. Throws E_MODEL_…, E_FILE_…, E_COLUMN_UNKNOWN, E_USAGE, E_CANCELLED.
 */
export async function measureRobustness(request: RobustnessRequest, head: Head, context: JobContext): Promise<RobustnessReport> {
  return withExplained({ ...request, background: null }, context, async (open) => {
    const settings = request.robustness;
    context.progress({ share: 0, message: 'Reading rows' });
    const sample = await open.draw(open.data, request.rows, request.seed);
    const baseline = await baselineOf(open, sample, settings);
    const perturbations = worstFirst(await tryAll(open, baseline, settings));
    const tried = perturbationsOf(settings).map(({ kind }) => kind);
    const bounds = boundResults(perturbations, settings.bounds, tried);
    return {
      kind: 'robustness',
      ...headOf(open, head),
      data: sample.drawn,
      target: request.target,
      numbers: open.model.plan.numbers.map((number, i) => {
        const { mean, deviation } = meanAndError(sample.predictions[i]!);
        return { ...number, mean, standardDeviation: deviation };
      }),
      metrics: baseline.metrics.map((metric, i) => metricLine(metric, baseline.values[i]!)),
      metricsProblem: baseline.problem,
      settings,
      perturbations,
      worst: worstByKind(perturbations),
      bounds,
      holds: bounds.length === 0 ? null : bounds.every(({ holds }) => holds),
    };
  });
}
