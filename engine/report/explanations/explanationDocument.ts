import { attributionPlot, dependencePlot, meanShapPlot, permutationPlot, waterfallPlot } from '#shared/charts/explanationPlots.ts';
import { signedNumber } from '#shared/charts/signedBars.ts';
import type { ColumnDependence, DriftAttribution, ModelExplanation, RowExplanation } from '#shared/domain/explanation.ts';
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
import { middleEllipsis } from '#shared/text/middleEllipsis.ts';
import { nameOf } from '../badges.ts';
import type { ReportDocument } from '../buildDocument.ts';
import { markup, type Markup } from '../markup.ts';
import { pageVariables } from '../svg.ts';
import { dataSide, explanationHead, figureOf, plainTable, workTable } from './explanationParts.ts';

/** More columns are in the JSON only. */
const listedAtMost = 200;

/** Pictures of bars stay as wide as their words need. */
const style = 'figure{margin:0 0 14px;max-width:640px}';

const verdict = { tone: 'unknown', icon: '', word: 'Explanation' } as const;

function listed(total: number): Markup | null {
  return total <= listedAtMost ? null : markup`<p class="quiet">${formatCount(total - listedAtMost)} more columns are in the JSON.</p>`;
}

function rowNumber(number: RowExplanation['numbers'][number]): Markup {
  const rows = number.contributions
    .slice(0, listedAtMost)
    .map(({ column, value, contribution, error }) => [
      nameOf(column),
      middleEllipsis(cellText(value), 40),
      signedNumber(contribution, 4),
      `± ${formatNumber(error, 2)}`,
    ]);
  const heads = [
    { title: 'column' },
    { title: 'value', number: true },
    { title: 'contribution', number: true },
    { title: 'standard error', number: true },
  ];
  return markup`<p>${describeSum(number)}</p>${figureOf(waterfallPlot(number, pageVariables))}${plainTable(heads, rows)}${listed(number.contributions.length)}`;
}

function rowDocument(explanation: RowExplanation): ReportDocument {
  const { numbers, row, model, background } = explanation;
  const name = row === null ? 'A row' : `Row ${formatCount(row)}`;
  const sides = [
    dataSide('reference', 'background', background),
    explanation.data === null ? null : dataSide('current', 'data', explanation.data),
  ];
  const summary = markup`${explanationHead('one prediction explained', markup`${name}, ${model.name}`, explanation, describeRow(explanation))}<div class="sides">${sides}</div>`;
  return {
    title: `${name}, ${model.name}`,
    language: 'en',
    verdict,
    style,
    sections: [
      { id: 'summary', title: 'Summary', content: summary },
      ...numbers.map((number, i) => ({ id: `number-${i + 1}`, title: numberTitle(number), content: rowNumber(number) })),
      { id: 'work', title: 'How it was made', content: workTable(explanation) },
    ],
  };
}

function shapTable(number: ModelExplanation['numbers'][number]): Markup {
  const rows = number.columns
    .slice(0, listedAtMost)
    .map(({ column, meanAbsolute, standardDeviation, error, mean, share }) => [
      nameOf(column),
      formatNumber(meanAbsolute),
      `± ${formatNumber(error, 2)}`,
      formatNumber(standardDeviation),
      signedNumber(mean),
      formatShare(share),
    ]);
  const heads = ['column', 'mean |contribution|', 'standard error', 'deviation over rows', 'mean contribution', 'share'];
  return markup`<p>The mean over the background is ${formatNumber(number.base, 5)}, over the explained rows ${formatNumber(number.mean, 5)}.</p>${figureOf(meanShapPlot(number, pageVariables))}${plainTable(
    heads.map((title, i) => ({ title, number: i > 0 })),
    rows,
  )}${listed(number.columns.length)}`;
}

function permutationPart(explanation: ModelExplanation): Markup {
  const { importance } = explanation;
  const sentence = markup`<p>${describePermutation(explanation)}</p>`;
  if (importance === null) return sentence;
  const rows = importance.columns
    .slice(0, listedAtMost)
    .map(({ column, importance: loss, standardDeviation }) => [
      nameOf(column),
      loss === null ? '–' : signedNumber(loss, 4),
      standardDeviation === null ? '–' : formatNumber(standardDeviation, 3),
    ]);
  const heads = [{ title: 'column' }, { title: 'loss when shuffled', number: true }, { title: 'deviation over repeats', number: true }];
  return markup`${sentence}${figureOf(permutationPlot(importance, pageVariables))}${plainTable(heads, rows)}${listed(importance.columns.length)}`;
}

function dependencePart(dependence: readonly ColumnDependence[]): Markup {
  const parts = dependence.map((column) => {
    if (column.problem !== null) return markup`<div><h3>${nameOf(column.column)}</h3><p class="quiet">${column.problem}</p></div>`;
    const several = column.numbers.length > 1;
    const figures = column.numbers.map((number) =>
      figureOf(dependencePlot(column, number, pageVariables), several ? numberTitle(number) : null),
    );
    return markup`<div><h3>${nameOf(column.column)}</h3>${figures}</div>`;
  });
  return markup`<p class="quiet">The mean prediction when every row has the value; the band holds eight in ten single rows.</p><div class="plots">${parts}</div>`;
}

function modelDocument(explanation: ModelExplanation): ReportDocument {
  const { model, data, background, numbers, dependence, target } = explanation;
  const summary = markup`${explanationHead('a model explained', markup`${model.name} on ${nameOf(data.name, 48)}`, explanation, describeModelExplanation(explanation))}<div class="sides">${dataSide('reference', 'background', background)}${dataSide('current', 'explained', data)}</div>`;
  return {
    title: `${model.name} on ${data.name}`,
    language: 'en',
    verdict,
    style,
    sections: [
      { id: 'summary', title: 'Summary', content: summary },
      ...numbers.map((number, i) => ({
        id: `number-${i + 1}`,
        title: `${numberTitle(number)}: what the columns contribute`,
        content: shapTable(number),
      })),
      { id: 'importance', title: 'Permutation importance', content: permutationPart(explanation) },
      ...(dependence.length === 0 ? [] : [{ id: 'dependence', title: 'Partial dependence', content: dependencePart(dependence) }]),
      { id: 'work', title: 'How it was made', content: workTable(explanation, [['target', target ?? 'none']]) },
    ],
  };
}

function attributionPart(number: DriftAttribution['numbers'][number]): Markup {
  const rows = number.columns
    .slice(0, listedAtMost)
    .map(({ column, attribution, error, importance, shift, risk }) => [
      nameOf(column),
      signedNumber(attribution, 4),
      `± ${formatNumber(error, 2)}`,
      formatShare(importance),
      shift === null ? '–' : formatNumber(shift, 3),
      risk === null ? '–' : formatNumber(risk, 3),
    ]);
  const heads = ['column', 'attribution', 'standard error', 'importance', 'shift', 'shift × importance'];
  return markup`<p>${describeAttribution(number)}</p>${figureOf(attributionPlot(number, pageVariables))}${plainTable(
    heads.map((title, i) => ({ title, number: i > 0 })),
    rows,
  )}${listed(number.columns.length)}`;
}

function driftDocument(explanation: DriftAttribution): ReportDocument {
  const { model, reference, current, numbers } = explanation;
  const summary = markup`${explanationHead('a change explained', markup`${model.name}: ${nameOf(current.name, 36)} against ${nameOf(reference.name, 36)}`, explanation, describeDriftWork(explanation))}<div class="sides">${dataSide('reference', 'reference', reference)}${dataSide('current', 'current', current)}</div>`;
  return {
    title: `${model.name}: ${current.name} against ${reference.name}`,
    language: 'en',
    verdict,
    style,
    sections: [
      { id: 'summary', title: 'Summary', content: summary },
      ...numbers.map((number, i) => ({ id: `number-${i + 1}`, title: numberTitle(number), content: attributionPart(number) })),
      { id: 'work', title: 'How it was made', content: workTable(explanation) },
    ],
  };
}

/** An explanation laid out for reading. */
export function explanationDocument(explanation: RowExplanation | ModelExplanation | DriftAttribution): ReportDocument {
  if (explanation.kind === 'row') return rowDocument(explanation);
  return explanation.kind === 'model' ? modelDocument(explanation) : driftDocument(explanation);
}
