import { signedNumber } from '#shared/charts/signedBars.ts';
import type { DriftAttribution, ModelExplanation, RowExplanation } from '#shared/domain/explanation.ts';
import {
  cellText,
  describeAttribution,
  describeDriftWork,
  describeModelExplanation,
  describePermutation,
  describeRow,
  describeSum,
  numberTitle,
} from '#shared/text/describeExplanation.ts';
import { formatCount, formatNumber, formatShare } from '#shared/text/formatNumber.ts';
import { alignedTable } from '../alignedTable.ts';
import { fitted, withoutControls } from '../displayWidth.ts';
import { columnsFor, type Paint } from '../plainSection.ts';
import type { TableOptions } from '../reportTable.ts';
import type { Explanation } from './renderExplanation.ts';
import { robustnessParts } from './robustnessParts.ts';

const nameAtMost = 40;
/** More columns are in the JSON. */
const listedAtMost = 40;

const name = (column: string): string => fitted(withoutControls(column), nameAtMost);

function rest(total: number): string[] {
  return total <= listedAtMost ? [] : [`${formatCount(total - listedAtMost)} more columns are in the JSON.`];
}

function tableOf(heads: readonly string[], rows: readonly (readonly string[])[], paint: Paint): string[] {
  return [...alignedTable(columnsFor(heads), rows.slice(0, listedAtMost), paint), ...rest(rows.length)];
}

function rowParts(explanation: RowExplanation, paint: Paint): string[][] {
  const numbers = explanation.numbers.map((number) => [
    paint(withoutControls(numberTitle(number)), 'strong'),
    describeSum(number),
    ...tableOf(
      ['column', 'value', 'contribution', 'error'],
      number.contributions.map(({ column, value, contribution, error }) => [
        name(column),
        name(cellText(value)),
        signedNumber(contribution, 4),
        `± ${formatNumber(error, 2)}`,
      ]),
      paint,
    ),
  ]);
  return [describeRow(explanation).map(withoutControls), ...numbers];
}

function curveLines({ dependence }: ModelExplanation): string[] {
  return dependence.flatMap(({ column, kind, numbers, problem }) => {
    if (problem !== null) return [`${name(column)}: ${withoutControls(problem)}`];
    return numbers.map((number) => {
      const means = number.points.map(({ mean }) => mean);
      const [lowest, highest] = [means.indexOf(Math.min(...means)), means.indexOf(Math.max(...means))];
      const at = (i: number): string => withoutControls(cellText(number.points[i]!.at));
      const about = numbers.length > 1 ? ` (${withoutControls(number.name)})` : '';
      const steps = `${formatCount(means.length)} ${kind === 'numeric' ? 'values' : 'categories'}`;
      return `${name(column)}${about}: from ${formatNumber(means[lowest]!, 4)} at ${at(lowest)} to ${formatNumber(means[highest]!, 4)} at ${at(highest)}, over ${steps}`;
    });
  });
}

function modelParts(explanation: ModelExplanation, paint: Paint): string[][] {
  const { importance } = explanation;
  const numbers = explanation.numbers.map((number) => [
    paint(`${withoutControls(numberTitle(number))}: what the columns contribute`, 'strong'),
    ...tableOf(
      ['column', 'mean |contribution|', 'error', 'deviation', 'mean', 'share'],
      number.columns.map((each) => [
        name(each.column),
        formatNumber(each.meanAbsolute),
        `± ${formatNumber(each.error, 2)}`,
        formatNumber(each.standardDeviation),
        signedNumber(each.mean),
        formatShare(each.share),
      ]),
      paint,
    ),
  ]);
  const permuted =
    importance === null
      ? []
      : tableOf(
          ['column', 'loss when shuffled', 'deviation'],
          importance.columns.map(({ column, importance: loss, standardDeviation }) => [
            name(column),
            loss === null ? '–' : signedNumber(loss, 4),
            standardDeviation === null ? '–' : formatNumber(standardDeviation, 3),
          ]),
          paint,
        );
  const curves = curveLines(explanation);
  return [
    describeModelExplanation(explanation).map(withoutControls),
    ...numbers,
    [paint('Permutation importance', 'strong'), withoutControls(describePermutation(explanation)), ...permuted],
    curves.length === 0 ? [] : [paint('Partial dependence', 'strong'), ...curves],
  ];
}

function driftParts(explanation: DriftAttribution, paint: Paint): string[][] {
  const numbers = explanation.numbers.map((number) => [
    paint(withoutControls(numberTitle(number)), 'strong'),
    withoutControls(describeAttribution(number)),
    ...tableOf(
      ['column', 'attribution', 'error', 'importance', 'shift', 'shift × importance'],
      number.columns.map(({ column, attribution, error, importance, shift, risk }) => [
        name(column),
        signedNumber(attribution, 4),
        `± ${formatNumber(error, 2)}`,
        formatShare(importance),
        shift === null ? '–' : formatNumber(shift, 3),
        risk === null ? '–' : formatNumber(risk, 3),
      ]),
      paint,
    ),
  ]);
  return [describeDriftWork(explanation).map(withoutControls), ...numbers];
}

function partsOf(explanation: Explanation, paint: Paint): string[][] {
  switch (explanation.kind) {
    case 'row':
      return rowParts(explanation, paint);
    case 'model':
      return modelParts(explanation, paint);
    case 'drift':
      return driftParts(explanation, paint);
    case 'robustness':
      return robustnessParts(explanation, paint);
  }
}

/** An explanation as lines of plain text for the terminal. No final line break. */
export function explanationTable(explanation: Explanation, options: TableOptions = {}): string {
  const { paint = (text: string): string => text } = options;
  const parts = partsOf(explanation, paint);
  return [[paint(withoutControls(explanation.model.name), 'strong')], ...parts]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
