import type { ComparedModel, MetricDifference, ModelComparison, Replay } from '../domain/modelComparison.ts';
import { formatCount, formatNumber, formatShare } from './formatNumber.ts';
import { metricName } from './metricNames.ts';
import { toneIcons, type Tone, type Verdict } from './verdict.ts';

const numberOr = (value: number | null): string => (value === null ? '–' : formatNumber(value));

/** A model as it was called, with its version. */
export function modelTitle({ reference, name, version }: Pick<ComparedModel, 'reference' | 'name' | 'version'>): string {
  const settled = version === null ? name : `${name}@${version}`;
  return settled === reference ? settled : `${reference} (${settled})`;
}

/** How fast a model was, in words. */
export function rateWords({ rowsPerSecond }: Pick<ComparedModel, 'rowsPerSecond'>): string {
  return rowsPerSecond === null ? 'too quick to time' : `${formatCount(Math.round(rowsPerSecond))} rows a second`;
}

/** Cells of a metric: its name, champion, challenger, difference, interval, verdict. */
export function differenceCells({ metric, champion, challenger, difference, interval, verdict }: MetricDifference): string[] {
  const range = interval === null ? '–' : `${formatNumber(interval[0])} to ${formatNumber(interval[1])}`;
  return [metricName(metric).short, numberOr(champion), numberOr(challenger), numberOr(difference), range, verdict ?? '–'];
}

export const differenceHeads = ['metric', 'champion', 'challenger', 'difference', 'interval', 'the challenger is'] as const;

/** Where the models disagree, in sentences. */
export function disagreementLines({ disagreements }: Pick<ModelComparison, 'disagreements'>): string[] {
  const { measuredOn, rows, different, share, meanSize, largest, onlyOne } = disagreements;
  if (share === null) return ['There is no row on which both predict.'];
  const what = measuredOn === 'values' ? 'predictions differ' : 'predicted classes differ';
  const lines = [`On ${formatCount(different)} of ${formatCount(rows)} rows (${formatShare(share)}) the ${what}.`];
  const apart = measuredOn === 'probabilities' ? 'probabilities' : 'predictions';
  if (measuredOn !== 'classes' && meanSize !== null && largest !== null)
    lines.push(`The ${apart} are ${formatNumber(meanSize)} apart on average, ${formatNumber(largest)} at most.`);
  if (onlyOne > 0) lines.push(`On ${formatCount(onlyOne)} rows only one of the two predicts.`);
  return lines;
}

/** How the challenger does, by the metrics whose interval tells. */
export function comparisonVerdict({ metrics, disagreements }: Pick<ModelComparison, 'metrics' | 'disagreements'>): Verdict {
  const say = (tone: Tone, word: string): Verdict => ({ tone, icon: toneIcons[tone], word });
  const count = (verdict: MetricDifference['verdict']): number => metrics.filter((each) => each.verdict === verdict).length;
  const [better, worse] = [count('better'), count('worse')];
  if (metrics.length === 0) {
    const { share } = disagreements;
    return say('unknown', share === null ? 'There is no row on which both predict' : `They disagree on ${formatShare(share)} of the rows`);
  }
  if (better === 0 && worse === 0) return say('unknown', 'Neither model is better');
  const of = (number: number): string => `${number} of ${metrics.length} metrics`;
  if (worse === 0) return say('good', `The challenger is better in ${of(better)}, worse in none`);
  if (better === 0) return say('broken', `The challenger is worse in ${of(worse)}, better in none`);
  return say('attention', `The challenger is better in ${better} and worse in ${of(worse)}`);
}

/** The metric that replayed files are compared by: the first that any of them has. */
export const replayMetric = ({ files }: Replay): string | null =>
  files.flatMap(({ metrics }) => metrics.map((each) => each.metric))[0] ?? null;

/** Heads of the cells of replayed files. */
export function replayHeads(metric: string | null): string[] {
  const short = metric === null ? [] : [`${metricName(metric).short}: champion`, 'challenger'];
  return ['file', 'rows', ...short, 'mean prediction: champion', 'challenger', 'rows that differ'];
}

/** Cells of the replayed files: name, rows, then for the chosen metric both models, mean predictions, share of rows that differ. */
export function replayCells({ files }: Replay, metric: string | null): string[][] {
  return files.map(({ name, rows, metrics, meanPrediction, shareDifferent, problem }) => {
    if (problem !== null) return [name, '–', ...(metric === null ? [] : ['–', '–']), '–', '–', problem];
    const found = metrics.find((each) => each.metric === metric);
    const measured = metric === null ? [] : [numberOr(found?.champion ?? null), numberOr(found?.challenger ?? null)];
    const means = [numberOr(meanPrediction.champion), numberOr(meanPrediction.challenger)];
    return [name, formatCount(rows), ...measured, ...means, shareDifferent === null ? '–' : formatShare(shareDifferent)];
  });
}
