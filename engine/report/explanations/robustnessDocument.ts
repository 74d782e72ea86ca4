import { robustnessPlot } from '#shared/charts/robustnessPlot.ts';
import type { RobustnessReport } from '#shared/domain/robustness.ts';
import {
  boundText,
  changeText,
  describeRobustness,
  lossText,
  perturbationText,
  robustnessVerdict,
  shareText,
} from '#shared/text/describeRobustness.ts';
import { formatCount, formatNumber } from '#shared/text/formatNumber.ts';
import { metricName } from '#shared/text/metricNames.ts';
import { toneIcons } from '#shared/text/verdict.ts';
import { badge, nameOf } from '../badges.ts';
import type { ReportDocument } from '../buildDocument.ts';
import { markup, type Markup } from '../markup.ts';
import { pageVariables } from '../svg.ts';
import { dataSide, explanationHead, figureOf, plainTable, workTable } from './explanationParts.ts';

/** More are in the JSON only. */
const listedAtMost = 400;

const style = 'figure{margin:0 0 14px;max-width:640px}';

function boundsPart({ bounds }: RobustnessReport): Markup {
  const lines = bounds.map((bound) => {
    const tone = bound.holds ? 'good' : 'broken';
    const word = bound.holds ? 'holds' : 'exceeded';
    return markup`<li>${badge({ tone, icon: toneIcons[tone], word })}<span>${boundText(bound)}</span></li>`;
  });
  return markup`<ul class="findings">${lines}</ul>`;
}

function table({ perturbations, metrics }: RobustnessReport): Markup {
  const [first] = metrics;
  const heads = [
    { title: 'column' },
    { title: 'what was done' },
    { title: 'mean change', number: true },
    { title: 'largest change', number: true },
    { title: 'labels that flip', number: true },
    { title: 'no number any more', number: true },
    { title: first === undefined ? 'metric' : metricName(first.metric).short, number: true },
  ];
  const rows = perturbations
    .slice(0, listedAtMost)
    .map((result) => [
      result.column === null ? markup`<i>all columns at once</i>` : nameOf(result.column),
      result.problem === null ? perturbationText(result) : markup`${perturbationText(result)}<br><small>${result.problem}</small>`,
      result.problem === null ? changeText(result) : badge({ tone: 'broken', icon: toneIcons.broken, word: 'fails' }),
      result.largestChange === null ? '–' : formatNumber(result.largestChange, 3),
      shareText(result.flips),
      shareText(result.notFinite),
      lossText(result),
    ]);
  const rest = perturbations.length - rows.length;
  const more = rest > 0 ? markup`<p class="quiet">${formatCount(rest)} more, which move predictions less, are in the JSON.</p>` : null;
  return markup`${figureOf(robustnessPlot(perturbations, pageVariables))}${plainTable(heads, rows)}${more}`;
}

/** How a model bears worse inputs, laid out for reading: the worst first. */
export function robustnessDocument(report: RobustnessReport): ReportDocument {
  const { model, data, bounds, target } = report;
  const verdict = robustnessVerdict(report);
  const summary = markup`${explanationHead('robustness of a model', markup`<span class="tone ${verdict.tone}"><i aria-hidden="true">${verdict.icon}</i> ${verdict.word}</span>`, report, [model.name, ...describeRobustness(report)])}<div class="sides">${dataSide('current', 'data', data)}</div>`;
  return {
    title: `${model.name} on ${data.name}`,
    language: 'en',
    verdict,
    style,
    sections: [
      { id: 'summary', title: 'Summary', content: summary },
      ...(bounds.length === 0 ? [] : [{ id: 'bounds', title: 'Bounds', content: boundsPart(report) }]),
      { id: 'perturbations', title: 'What moves predictions, the worst first', content: table(report) },
      { id: 'work', title: 'How it was made', content: workTable(report, [['target', target ?? 'none']]) },
    ],
  };
}
