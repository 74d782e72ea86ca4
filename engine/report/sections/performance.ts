import { distributionChart } from '#shared/charts/distributionChart.ts';
import { regressionPlots, type TitledPlot } from '#shared/charts/performancePlots.ts';
import { classPlots, probabilityPlots } from '#shared/charts/probabilityPlots.ts';
import type { ClassificationPerformance, PerformanceSection, RegressionPerformance } from '#shared/domain/performance.ts';
import { baselineText, describePerformance, normalText, topText, usedRowsText } from '#shared/text/describePerformance.ts';
import { formatCount, formatNumber } from '#shared/text/formatNumber.ts';
import { metricLines } from '#shared/text/metricNames.ts';
import type { ReportSection } from '../section.ts';
import { markup, ownMarkup, type Content, type Markup } from '../markup.ts';
import { classTable, confusionTables, labelOf, thresholdTables, topTable } from '../performanceTables.ts';
import { drawSvg, pageCharts, pageVariables } from '../svg.ts';

const heads = markup`<th scope="col" class="number reference">reference</th><th scope="col" class="number current">current</th>`;

function metricTable(section: PerformanceSection, about: string): Markup {
  const rows = metricLines(section).map(
    ({ label, reference, current, change, is, baseline, predicts }) =>
      markup`<tr><th scope="row">${label}</th><td class="number">${about}${reference}</td><td class="number">${about}${current}</td><td class="number">${change}</td><td class="${is === 'worse' ? 'attention' : 'quiet'}">${is === 'same' ? '' : is}</td><td class="number quiet" title="${predicts}">${baseline}</td></tr>`,
  );
  return markup`<div class="scroll"><table class="metrics"><thead><tr><th scope="col">metric</th>${heads}<th scope="col" class="number">change</th><th scope="col"></th><th scope="col" class="number">baseline, current</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function figures(plots: readonly TitledPlot[]): Markup {
  return markup`<div class="plots">${plots.map(({ title, svg }) => markup`<figure><figcaption class="quiet">${title}</figcaption>${ownMarkup(svg)}</figure>`)}</div>`;
}

function sidesTable(caption: string, first: string, rows: readonly (readonly [Content, string, string])[]): Markup {
  const lines = rows.map(
    ([name, reference, current]) =>
      markup`<tr><th scope="row">${name}</th><td class="number">${reference}</td><td class="number">${current}</td></tr>`,
  );
  return markup`<table class="small"><caption>${caption}</caption><thead><tr><th scope="col">${first}</th>${heads}</tr></thead><tbody>${lines}</tbody></table>`;
}

const quantileNames: Readonly<Record<number, string>> = { 0: 'smallest', 0.5: 'median', 1: 'largest' };
const quantileName = (share: number): string => quantileNames[share] ?? `${formatNumber(share * 100)} %`;

const shown = (value: number | null | undefined): string => (value === null || value === undefined ? '–' : formatNumber(value));

function quantileRows(quantiles: RegressionPerformance['errorQuantiles']): (readonly [string, string, string])[] {
  return quantiles.map(({ share, reference, current }) => [quantileName(share), shown(reference), shown(current)] as const);
}

function groupTable({ errorGroups, zeroTargets }: RegressionPerformance): Markup {
  const names = { underestimated: 'lowest 5 %', majority: 'between', overestimated: 'highest 5 %' } as const;
  const groups = (['underestimated', 'majority', 'overestimated'] as const).map((group) => {
    const mean = (side: 'reference' | 'current'): string => shown(errorGroups[side].find((each) => each.group === group)?.meanError);
    return [names[group], mean('reference'), mean('current')] as const;
  });
  const zeros = [['rows with a target of 0', shown(zeroTargets.reference), shown(zeroTargets.current)]] as const;
  return sidesTable('Mean error of the most under- and overestimated rows', 'errors', [...groups, ...zeros]);
}

function quantileTables({ errorQuantiles, absoluteErrorQuantiles, spreads }: RegressionPerformance): Markup {
  const deviations = spreads.map(({ metric, reference, current }) => {
    const name = `standard deviation of ${metric === 'mae' ? 'the size' : 'size / |target|'}`;
    return [name, shown(reference), shown(current)] as const;
  });
  const sizes = [...quantileRows(absoluteErrorQuantiles), ...deviations];
  return markup`<div class="pair"><div>${sidesTable('Error (prediction − target)', 'quantile', quantileRows(errorQuantiles))}</div><div>${sidesTable('Size of the error', 'quantile', sizes)}</div></div>`;
}

const quiet = (text: string): Markup | null => (text === '' ? null : markup`<p class="quiet">${text}</p>`);

function regression(section: RegressionPerformance): Markup {
  const { errorHistogram } = section;
  const description = 'Distribution of the error, prediction − target, on both sides.';
  const chart =
    errorHistogram === null ? null : drawSvg({ option: distributionChart(errorHistogram, pageCharts), height: 240 }, 'errors', description);
  return markup`${figures(regressionPlots(section, pageVariables))}<p class="quiet">What lies beyond the scale counts at its edge; the dotted line is a perfect prediction. ${normalText(section)}</p><div class="pair"><div>${
    chart === null ? null : markup`<figure><figcaption class="quiet">Error, in shares of the rows</figcaption>${ownMarkup(chart)}</figure>`
  }</div><div>${groupTable(section)}</div></div>${quantileTables(section)}`;
}

/** Curves of more classes are in the JSON report. */
const drawnClasses = 4;
const classPictures = new Set(['roc', 'calibration', 'positives']);

/** A few pictures of each class against all others; folded. */
function classCurves({ classProbabilities }: ClassificationPerformance): Markup {
  const more = classProbabilities.length - drawnClasses;
  const each = classProbabilities.slice(0, drawnClasses).map((probabilities) => {
    const plots = classPlots(probabilities, pageVariables).filter(({ id }) => classPictures.has(id));
    return markup`<details class="sql"><summary>Curves of ${labelOf(probabilities.label)} against all others</summary>${figures(plots)}</details>`;
  });
  return markup`${each}${quiet(more > 0 ? `Curves of ${formatCount(more)} more classes are in the JSON report.` : '')}`;
}

function classification(section: ClassificationPerformance): Markup {
  return markup`${figures(probabilityPlots(section, pageVariables))}${quiet(topText(section))}<div class="plots">${confusionTables(section)}</div>${classTable(section)}${classCurves(section)}${thresholdTables(section)}${topTable(section)}`;
}

/** How well predictions fit what came true: metrics of both sides, baselines, and where the errors are. */
export const performanceSection: ReportSection = {
  id: 'performance',
  title: 'Model performance',
  section: 'performance',
  render: ({ report: { performance }, about }) => {
    if (performance === null) return null;
    const details = performance.task === 'regression' ? regression(performance) : classification(performance);
    return markup`<p>${describePerformance(performance)}</p><p class="quiet">Task: ${performance.task}, since ${performance.taskReason} Rows used: ${usedRowsText(performance)}.</p>
${metricTable(performance, about)}${quiet(baselineText(performance))}
${details}`;
  },
};
