import type { DataSource } from '#shared/domain/dataset.ts';
import type { Gate, GateCheck } from '#shared/domain/gate.ts';
import { robustnessSettings, type BoundResult, type RobustnessReport, type RobustnessSettings } from '#shared/domain/robustness.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { columnText, measureWords, perturbationText } from '#shared/text/describeRobustness.ts';
import { formatNumber } from '#shared/text/formatNumber.ts';
import { metricName } from '#shared/text/metricNames.ts';
import type { JobContext } from '../jobs/pacer.ts';
import { partOf } from '../modelComparison/scoreAside.ts';
import { measureRobustness } from '../models/robustness/measureRobustness.ts';
import type { GateRequest, VerifiedVersion } from './runGate.ts';

type GateRobustness = NonNullable<Gate['robustness']>;
type GateBound = GateRobustness['bounds'][number];

const usualRows = 1000;

/** What is tried for a gate: the kinds that a bound names, at the levels of the gate or the usual ones. */
export function settingsOf({ bounds, metric, noise, missing, scale, units, swap, unseen }: GateRobustness): RobustnessSettings {
  const bounded = new Set(bounds.map(({ kind }) => kind));
  return robustnessSettings.parse({
    bounds,
    metrics: metric === undefined ? [] : [metric],
    noise: bounded.has('noise') ? noise : [],
    missing: bounded.has('missing') ? missing : [],
    scale: bounded.has('scale') ? scale : [],
    units: bounded.has('unit') ? units : [],
    swap: bounded.has('swap') ? swap : [],
    unseen: bounded.has('unseen') ? unseen : [],
  });
}

/** A report on robustness, or why there is none. */
export type FoundRobustness = RobustnessReport | { readonly problem: string };

const whereText = ({ kind, level, column }: Pick<BoundResult, 'kind' | 'level' | 'column'>): string =>
  level === null ? '' : ` (${columnText(column)}, ${perturbationText({ kind, level })})`;

/** A name within a sentence; abbreviations stay as they are. */
const inSentence = (name: string): string => (/^[A-Z][a-z]/.test(name) ? `${name[0]!.toLowerCase()}${name.slice(1)}` : name);

/** What is measured, as `Loss of mean absolute error, under noise`. */
function labelOf({ kind, measure }: GateBound, found: FoundRobustness): string {
  const metric = 'problem' in found ? undefined : found.metrics[0]?.metric;
  const words = measure === 'loss' && metric !== undefined ? `loss of ${inSentence(metricName(metric).short)}` : measureWords[measure];
  return `${words[0]!.toUpperCase()}${words.slice(1)}, under ${kind}`;
}

const valueIn = (found: FoundRobustness | null, { kind, measure }: GateBound): number | null =>
  found === null || 'problem' in found
    ? null
    : (found.bounds.find((each) => each.kind === kind && each.measure === measure)?.worst ?? null);

/** Why there is no number to hold against a bound; null where there is one, or where the kind fits no column. */
function absenceOf(bound: BoundResult, { perturbations, metricsProblem }: RobustnessReport): string | null {
  const own = perturbations.filter(({ kind }) => kind === bound.kind);
  const failing = own.find(({ problem }) => problem !== null);
  if (failing !== undefined) return `the model fails on such rows${whereText(failing)}: ${failing.problem}`;
  if (bound.worst !== null || own.length === 0) return null;
  if (bound.measure === 'flips') return 'the model names no classes that could flip.';
  if (bound.measure === 'loss') return metricsProblem ?? 'the metric has no value on these rows.';
  return own.every(({ notFinite }) => notFinite === 1)
    ? 'no prediction is a finite number any more.'
    : 'the predictions do not vary on these rows.';
}

/** Asks whether the worst perturbation of a kind keeps its bound. `holder` is null where no version holds the alias. */
export function checkRobustness(bound: GateBound, found: FoundRobustness, holder: FoundRobustness | null): GateCheck {
  const label = labelOf(bound, found);
  const common = {
    id: `robustness:${bound.kind}:${bound.measure}`,
    group: 'robustness',
    label,
    value: valueIn(found, bound),
    holder: valueIn(holder, bound),
    expected: `at most ${formatNumber(bound.most, 5)}`,
  } as const;
  const unanswered = (why: string): GateCheck => ({ ...common, status: 'error', sentence: `${label} could not be measured: ${why}` });
  if ('problem' in found) return unanswered(found.problem);
  const result = found.bounds.find(({ kind, measure }) => kind === bound.kind && measure === bound.measure)!;
  const absence = absenceOf(result, found);
  if (absence !== null) return unanswered(absence);
  if (result.worst === null) {
    return { ...common, status: 'pass', sentence: `${label}: this fits no column of the model, so it does no harm.` };
  }
  const beside = common.holder === null ? '' : `, that of the version that holds the alias ${formatNumber(common.holder, 5)}`;
  const sentence = `${label}: ${formatNumber(result.worst, 5)}${whereText(result)}${beside}; asked for is ${common.expected}.`;
  return { ...common, status: result.holds ? 'pass' : 'fail', sentence };
}

async function measure(
  { gate }: GateRequest,
  { path, version }: VerifiedVersion,
  current: DataSource,
  context: JobContext,
): Promise<FoundRobustness> {
  const { rows = usualRows, seed = 0 } = gate.robustness!;
  const request = {
    model: { path, name: version.model, version: String(version.version) },
    source: current,
    settings: version.scoring,
    derive: gate.derive ?? [],
    where: gate.where ?? null,
    notFeatures: gate.ignore ?? [],
    target: gate.target ?? null,
    chosenClass: gate.positiveLabel ?? null,
    seed,
    rows,
    robustness: settingsOf(gate.robustness!),
  };
  try {
    return await measureRobustness(request, { createdAt: new Date(0) }, context);
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'E_CANCELLED') throw error;
    return { problem: error.message };
  }
}

/**
 * The checks of a gate on robustness: the candidate, and the version that holds the alias beside it, on the same rows of the
 * data with the same draws. What cannot be measured is an error with its reason. Throws E_CANCELLED.
 */
export async function robustnessChecks(request: GateRequest, current: DataSource, context: JobContext): Promise<GateCheck[]> {
  const { gate, candidate, holder } = request;
  if (gate.robustness === undefined) return [];
  const own = await measure(request, candidate, current, partOf(context, 0, 0.5));
  const other = holder === null ? null : await measure(request, holder, current, partOf(context, 0.5, 1));
  return gate.robustness.bounds.map((bound) => checkRobustness(bound, own, other));
}
