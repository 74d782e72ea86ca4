import { calibrationPlot, estimatePlots } from '#shared/charts/estimatePlots.ts';
import type { ClassificationEstimate, EstimatedPerformance, RegressionEstimate } from '#shared/domain/estimatedPerformance.ts';
import { describeEstimate, estimateAssumptions, estimateLines, estimateRowsText, tellingFeatures } from '#shared/text/describeEstimate.ts';
import { estimatedClassLines, estimatedMatrixRows } from '#shared/text/estimatedClassLines.ts';
import { formatCount, formatNumber, formatShare } from '#shared/text/formatNumber.ts';
import { markup, ownMarkup, type Markup } from '../markup.ts';
import type { ReportSection } from '../section.ts';
import { pageVariables } from '../svg.ts';

/** The others are in the JSON report and on the screen. */
const drawn = ['roc-auc', 'f1', 'accuracy', 'mae', 'rmse'];

function metricTable(section: EstimatedPerformance, about: string): Markup {
  const withLabels = section.rows.current.labelled > 0;
  const rows = estimateLines(section).map(
    ({ label, reference, estimated, band, realised, usual, verdict, is }) =>
      markup`<tr><th scope="row">${label}</th><td class="number">${about}${reference}</td><td class="number">${about}${estimated}</td><td class="number">${band}</td>${withLabels && markup`<td class="number">${about}${realised}</td>`}<td class="number quiet">${usual}</td><td class="${is === 'worse' ? 'attention' : 'quiet'}">${verdict}</td></tr>`,
  );
  const head = (title: string, side: string): Markup => markup`<th scope="col" class="number ${side}">${title}</th>`;
  return markup`<div class="scroll"><table class="metrics"><thead><tr><th scope="col">metric</th>${head('reference', 'reference')}${head('estimated, current', 'current')}${head('band', '')}${withLabels && head('realised, current', 'current')}${head('usual', '')}<th scope="col"></th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function matrixTable({ matrix, positiveLabel, rows }: ClassificationEstimate): Markup {
  const withLabels = rows.current.labelled > 0;
  const lines = matrix.map(
    ({ cell, reference, estimated, low, high, realised }) =>
      markup`<tr><th scope="row">${cell.replace('-', ' ')}</th><td class="number">${formatCount(reference)}</td><td class="number">${formatCount(estimated)}</td><td class="number">${low === null || high === null ? '–' : `${formatCount(low)} to ${formatCount(high)}`}</td>${withLabels && markup`<td class="number">${realised === null ? '–' : formatCount(realised)}</td>`}</tr>`,
  );
  return markup`<div class="scroll"><table class="small"><caption>Rows by what they are and what is predicted; positive is <bdi>${positiveLabel}</bdi></caption><thead><tr><th scope="col">cell</th><th scope="col" class="number reference">reference</th><th scope="col" class="number current">estimated, current</th><th scope="col" class="number">band</th>${withLabels && markup`<th scope="col" class="number current">realised, current</th>`}</tr></thead><tbody>${lines}</tbody></table></div>`;
}

function classTable(section: ClassificationEstimate, about: string): Markup {
  const withLabels = section.rows.current.labelled > 0;
  const lines = estimatedClassLines(section).map(
    ({ className, label, reference, estimated, band, realised, usual, verdict, is }) =>
      markup`<tr><th scope="row"><bdi>${className}</bdi></th><td>${label}</td><td class="number">${about}${reference}</td><td class="number">${about}${estimated}</td><td class="number">${band}</td>${withLabels && markup`<td class="number">${about}${realised}</td>`}<td class="number quiet">${usual}</td><td class="${is === 'worse' ? 'attention' : 'quiet'}">${verdict}</td></tr>`,
  );
  return markup`<div class="scroll"><table class="small"><caption>Each class against all others</caption><thead><tr><th scope="col">class</th><th scope="col">metric</th><th scope="col" class="number reference">reference</th><th scope="col" class="number current">estimated, current</th><th scope="col" class="number">band</th>${withLabels && markup`<th scope="col" class="number current">realised, current</th>`}<th scope="col" class="number">usual</th><th scope="col"></th></tr></thead><tbody>${lines}</tbody></table></div>`;
}

function classMatrixTable(section: ClassificationEstimate): Markup {
  const withLabels = section.rows.current.labelled > 0;
  const head = section.classes.map(({ label }) => markup`<th scope="col" class="number"><bdi>${label}</bdi></th>`);
  const lines = estimatedMatrixRows(section).map(
    ({ truth, cells }) =>
      markup`<tr><th scope="row"><bdi>${truth}</bdi></th>${cells.map(({ estimated, band, realised, reference }) => markup`<td class="number">${estimated}<br><span class="quiet">${band}${withLabels && markup`<br>realised ${realised}`}<br>reference ${reference}</span></td>`)}</tr>`,
  );
  return markup`<div class="scroll"><table class="small"><caption>Rows of current by true class (down) and predicted class (across): estimated, its band${withLabels ? ', realised' : ''}, and those of the reference</caption><thead><tr><th scope="col">true class</th>${head}</tr></thead><tbody>${lines}</tbody></table></div>`;
}

function classTables(section: ClassificationEstimate, about: string): Markup {
  return section.classes.length === 0 ? matrixTable(section) : markup`${classTable(section, about)}${classMatrixTable(section)}`;
}

function segmentTable(section: RegressionEstimate): Markup {
  const telling = tellingFeatures(section);
  const told = telling === '' ? null : markup`<p>${telling}</p>`;
  if (section.segments.length === 0) return markup`${told}`;
  const share = (rows: number, all: number): string => formatShare(all === 0 ? 0 : rows / all);
  const lines = section.segments
    .toSorted((a, b) => (b.meanAbsoluteError ?? 0) - (a.meanAbsoluteError ?? 0))
    .map(
      ({ where, reference, current, meanAbsoluteError }) =>
        markup`<tr><th scope="row"><bdi>${where}</bdi></th><td class="number">${share(reference, section.rows.reference.used)}</td><td class="number">${share(current, section.rows.current.used)}</td><td class="number">${meanAbsoluteError === null ? '–' : formatNumber(meanAbsoluteError)}</td></tr>`,
    );
  return markup`${told}<div class="scroll"><table class="small"><caption>Where the model is how far off</caption><thead><tr><th scope="col">rows where</th><th scope="col" class="number reference">share of reference</th><th scope="col" class="number current">share of current</th><th scope="col" class="number reference">mean absolute error, reference</th></tr></thead><tbody>${lines}</tbody></table></div>`;
}

function figures(section: EstimatedPerformance): Markup {
  const calibration = section.task === 'classification' ? calibrationPlot(section, pageVariables) : [];
  const plots = [...estimatePlots(section, pageVariables, drawn), ...calibration];
  return markup`<div class="plots">${plots.map(({ title, svg }) => markup`<figure><figcaption class="quiet">${title}</figcaption>${ownMarkup(svg)}</figure>`)}</div><p class="quiet">Rings: what labels said, an arrow where that is off the scale. Full dots with their band: estimated without labels. Dotted lines: between them is what is usual in the reference.</p>`;
}

/** How well the model probably does on current, estimated without its labels, beside what labels say where there are any. */
export const estimatedPerformanceSection: ReportSection = {
  id: 'estimated-performance',
  title: 'Estimated performance',
  section: 'estimated-performance',
  render: ({ report: { estimatedPerformance: section }, about }) => {
    if (section === null) return null;
    return markup`<p>${describeEstimate(section)}</p><p class="quiet">Rows: ${estimateRowsText(section)}.</p>
${metricTable(section, about)}${figures(section)}${section.task === 'classification' ? classTables(section, about) : segmentTable(section)}<ul class="quiet">${estimateAssumptions(section).map((sentence) => markup`<li>${sentence}</li>`)}</ul>`;
  },
};
