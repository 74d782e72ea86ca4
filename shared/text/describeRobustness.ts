import type { BoundResult, PerturbationResult, RobustnessMeasure, RobustnessReport } from '../domain/robustness.ts';
import { drawnText } from './describeExplanation.ts';
import { formatCount, formatNumber, formatShare } from './formatNumber.ts';
import { metricName } from './metricNames.ts';
import type { Verdict } from './verdict.ts';
import { toneIcons } from './verdict.ts';

type Tried = Pick<PerturbationResult, 'kind' | 'level'>;

/** What was done to the values, in words. */
export function perturbationText({ kind, level }: Tried): string {
  if (kind === 'unit') return level === 'celsius-as-fahrenheit' ? '°C given as °F' : '°F given as °C';
  const number = Number(level);
  if (kind === 'noise') return `noise, ${formatNumber(number)} standard deviations`;
  if (kind === 'scale') return number >= 1 ? `× ${formatNumber(number)}` : `÷ ${formatNumber(1 / number)}`;
  const rows = number === 1 ? 'all rows' : `${formatShare(number)} of the rows`;
  if (kind === 'missing') return `missing in ${rows}`;
  return kind === 'swap' ? `other category in ${rows}` : `unknown category in ${rows}`;
}

export const columnText = (column: string | null): string => column ?? 'all columns at once';

/** A change in standard deviations of the predictions. */
export const changeText = ({ change, meanChange }: PerturbationResult): string =>
  change === null ? (meanChange === null ? '–' : formatNumber(meanChange, 3)) : `${formatNumber(change, 3)} sd`;

export const shareText = (share: number | null): string => (share === null ? '–' : formatShare(share));

/** How much worse the first metric gets, and its new value. */
export function lossText({ metrics }: PerturbationResult): string {
  const [first] = metrics;
  if (first === undefined || first.value === null) return '–';
  return first.loss === null
    ? formatNumber(first.value, 3)
    : `${formatNumber(first.value, 3)} (${first.loss > 0 ? '+' : ''}${formatNumber(first.loss, 2)})`;
}

export const measureWords: { readonly [K in RobustnessMeasure]: string } = {
  change: 'mean change, in standard deviations of the predictions',
  flips: 'share of labels that flip',
  loss: 'loss of the first metric',
  'not-finite': 'share of predictions that are no number any more',
};

/** A bound and what was found, in a sentence. */
export function boundText({ kind, measure, most, worst, column, level, holds }: BoundResult): string {
  const asked = `${kind}, ${measureWords[measure]}: at most ${formatNumber(most)}`;
  const at = level === null ? '' : ` (${columnText(column)}, ${perturbationText({ kind, level })})`;
  if (worst === null && holds) return `${asked}; it fits no column.`;
  if (worst === null) return `${asked}; there is no value${at}.`;
  if (!holds && worst <= most) return `${asked}; the model fails${at}.`;
  return `${asked}; found ${formatNumber(worst)}${at}.`;
}

/** Whether the bounds hold. */
export function robustnessVerdict({ holds, bounds, perturbations }: RobustnessReport): Verdict {
  if (holds === null) return { tone: 'unknown', icon: toneIcons.unknown, word: `${formatCount(perturbations.length)} perturbations tried` };
  if (holds)
    return { tone: 'good', icon: toneIcons.good, word: bounds.length === 1 ? 'The bound holds' : `All ${bounds.length} bounds hold` };
  if (bounds.length === 1) return { tone: 'broken', icon: toneIcons.broken, word: 'The bound is exceeded' };
  const broken = bounds.filter((bound) => !bound.holds).length;
  return { tone: 'broken', icon: toneIcons.broken, word: `${broken} of ${bounds.length} bounds ${broken === 1 ? 'is' : 'are'} exceeded` };
}

/** What moves the predictions most, in a sentence; that the model fails comes first. */
export function robustnessFinding({ perturbations }: RobustnessReport): string {
  const [worst] = perturbations;
  if (worst === undefined) return 'No perturbation fits the columns of this model.';
  const what = `${columnText(worst.column)}: ${perturbationText(worst)}`;
  const failures = perturbations.filter(({ problem }) => problem !== null).length;
  if (failures > 0)
    return `The model fails on ${formatCount(failures)} of ${formatCount(perturbations.length)} perturbations, as on ${what}.`;
  if (worst.change === null && worst.meanChange === null) return 'How far predictions move is not known: the numbers below say why.';
  const by = worst.change === null ? formatNumber(worst.meanChange ?? 0, 3) : `${formatNumber(worst.change, 3)} standard deviations`;
  const flips = worst.flips === null ? '' : `; ${formatShare(worst.flips)} of the labels flip`;
  return `Predictions move most under ${what}. They change by ${by} on average${flips}.`;
}

/** What the measurement rests on. */
export function describeRobustness({ data, metrics, metricsProblem, numbers, evaluations }: RobustnessReport): string[] {
  const known = metrics.flatMap(({ metric, value }) => (value === null ? [] : [`${metricName(metric).short} ${formatNumber(value, 4)}`]));
  const spread = numbers.map(
    ({ name, mean, standardDeviation }) => `${name} ${formatNumber(mean, 4)} ± ${formatNumber(standardDeviation, 3)}`,
  );
  return [
    `${drawnText(data)}.`,
    `Predictions as they are, mean and standard deviation: ${spread.join(', ')}.`,
    metricsProblem === null ? `Metrics as they are: ${known.join(', ')}.` : `No metrics: ${metricsProblem}`,
    `The model was given ${formatCount(evaluations)} rows.`,
  ];
}
