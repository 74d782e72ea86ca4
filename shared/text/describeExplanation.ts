import type { CellValue, DriftAttribution, DrawnRows, ExplainedNumber, ModelExplanation, RowExplanation } from '../domain/explanation.ts';
import { formatCount, formatNumber, formatShare } from './formatNumber.ts';
import { metricName } from './metricNames.ts';

/** A value of a cell as people read it. */
export function cellText(value: CellValue): string {
  if (value === null) return 'missing';
  return typeof value === 'number' ? formatNumber(value, 6) : value;
}

/** What the explained number is, at the start of a sentence. */
export function numberTitle({ kind, name }: ExplainedNumber): string {
  if (kind === 'prediction') return name === 'prediction' ? 'Prediction' : `Prediction ${name}`;
  return kind === 'probability' ? `Probability of ${name}` : `Predicted as ${name}`;
}

/** Rows that were drawn, in words. */
export function drawnText({ name, rows, numberOfRows, leftOut }: DrawnRows): string {
  const all = rows + leftOut === numberOfRows;
  const drawn = all
    ? `all ${formatCount(numberOfRows)} rows`
    : `${formatCount(rows + leftOut)} of ${formatCount(numberOfRows)} rows, drawn at random`;
  const without = leftOut === 0 ? '' : `, ${formatCount(leftOut)} of them left out for want of a finite prediction`;
  return `${name}: ${drawn}${without}`;
}

const times = (count: number): string => (count === 1 ? 'one order' : `${formatCount(count)} orders`);

/** How a row was explained, and where its values come from. */
export function describeRow(explanation: RowExplanation): string[] {
  const { row, data, changed, background, permutations, label, labelBefore } = explanation;
  const where = row === null ? 'A row given by its values.' : `Row ${formatCount(row)} of ${data?.name ?? 'the data'}.`;
  const sets = changed.map(({ column, from, to }) => `${column} from ${cellText(from)} to ${cellText(to)}`);
  const lines = [where];
  if (sets.length > 0) lines.push(`Changed: ${sets.join(', ')}.`);
  if (label !== null) {
    const was = labelBefore !== null && labelBefore !== label ? ` It was ${labelBefore}.` : '';
    lines.push(`The model says ${label}.${was}`);
  }
  lines.push(`Against ${drawnText(background)}; ${times(permutations)} of the columns for each, both ways.`);
  return lines;
}

/** The sum of an explanation of a row, in one sentence. */
export function describeSum({ base, prediction, before }: RowExplanation['numbers'][number]): string {
  const moved = before === null ? '' : ` Before the change it was ${formatNumber(before, 5)}.`;
  return `The mean over the background is ${formatNumber(base, 5)}; the columns take it to ${formatNumber(prediction, 5)}.${moved}`;
}

/** What the explanation of a model rests on. */
export function describeModelExplanation({ data, background, permutations, evaluations }: ModelExplanation): string[] {
  return [
    `Explained: ${drawnText(data)}.`,
    `Background: ${drawnText(background)}; ${times(permutations)} of the columns for each pair of rows, both ways.`,
    `The model was given ${formatCount(evaluations)} rows.`,
  ];
}

/** What permutation importance was measured by, or why there is none. */
export function describePermutation({ importance, importanceProblem }: ModelExplanation): string {
  if (importance === null) return importanceProblem ?? '';
  const { metric, baseline, rows, repeats } = importance;
  return `${metricName(metric).short} is ${formatNumber(baseline, 4)} on ${formatCount(rows)} rows; each column was shuffled ${repeats === 1 ? 'once' : `${formatCount(repeats)} times`}.`;
}

/** The change of the mean prediction in a sentence. */
export function describeAttribution({ reference, current, change, error, columns }: DriftAttribution['numbers'][number]): string {
  const sum = `The mean goes from ${formatNumber(reference, 5)} to ${formatNumber(current, 5)}, a change of ${formatNumber(change, 4)} ± ${formatNumber(error, 2)}.`;
  const [first] = columns;
  if (first === undefined || first.attribution === 0 || change === 0) return sum;
  const share = first.attribution / change;
  const part =
    share > 0 && share <= 1
      ? ` ${first.column} explains ${formatShare(share)} of it.`
      : ` ${first.column} moves it most, by ${formatNumber(first.attribution, 4)}.`;
  return sum + part;
}

/** What an attribution rests on, and how it is to be taken. */
export function describeDriftWork({ reference, current, permutations, evaluations }: DriftAttribution): string[] {
  return [
    `Reference: ${drawnText(reference)}.`,
    `Current: ${drawnText(current)}.`,
    `Rows were paired at random; ${times(permutations)} of the columns for each pair, both ways; the model was given ${formatCount(evaluations)} rows.`,
    'Where columns depend on each other, the model also sees combinations that neither side has.',
  ];
}
