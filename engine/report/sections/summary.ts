import type { DatasetSummary, Side } from '#shared/domain/dataset.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import { compatLine } from '#shared/text/compatText.ts';
import { formatBytes, formatCount, formatShare } from '#shared/text/formatNumber.ts';
import { formatTime } from '#shared/text/formatTime.ts';
import { methodName } from '#shared/text/methodNames.ts';
import { datasetVerdict } from '#shared/text/verdict.ts';
import { nameOf } from '../badges.ts';
import type { ReportSection } from '../section.ts';
import { markup, type Markup } from '../markup.ts';

function methodsOf(report: DriftReport): string {
  const used = new Set(report.dataDrift.columns.flatMap((column) => (column.status === 'tested' ? [column.method] : [])));
  return [...used].map((id) => methodName(id).short).join(', ');
}

function shareLine({ dataDrift }: DriftReport): string {
  const { shareOfDriftedColumns: share, driftShare } = dataDrift;
  if (share === null) return 'no share of drifted columns';
  const relation = share === driftShare ? 'exactly' : share > driftShare ? 'above' : 'below';
  return `${formatShare(share)} of the tested columns, ${relation} the limit of ${formatShare(driftShare)}`;
}

function rowsLine(report: DriftReport): string {
  const rows = formatCount(report.reference.numberOfRows + report.current.numberOfRows);
  const { sample } = report.settings;
  if (report.exact) return `exact on all ${rows} rows`;
  const size = sample === null ? 'a sample' : `a sample of about ${formatCount(sample.rows)} rows a side`;
  return `estimated from ${size}, of ${rows} rows`;
}

const adjustedVerdicts = 'p-values are adjusted for their number before they are judged (Benjamini-Hochberg)';

function adjustedLine({ dataDrift, settings }: DriftReport): string | null {
  const withPValues = dataDrift.columns.filter(({ pValue }) => pValue !== null).length;
  if (withPValues === 0) return null;
  if (settings.drift.adjust !== 'none') return adjustedVerdicts;
  const { numberOfDriftedColumnsAdjusted: adjusted } = dataDrift;
  return `${formatCount(adjusted)} drifted if the ${formatCount(withPValues)} p-values are adjusted for their number (Benjamini-Hochberg)`;
}

function sideCard(side: Side, dataset: DatasetSummary): Markup {
  const bytes = dataset.files.reduce((sum, file) => sum + file.bytes, 0);
  const files = dataset.files.length === 1 ? dataset.format : `${formatCount(dataset.files.length)} ${dataset.format} files`;
  return markup`<div class="side ${side}">
<p class="label">${side}</p>
<p class="name">${nameOf(dataset.name, 48)}</p>
<p class="facts">${formatCount(dataset.numberOfRows)} rows · ${formatCount(dataset.numberOfColumns)} columns · ${files}, ${formatBytes(bytes)}</p>
</div>`;
}

/** The answer to "is it all right?", what it rests on, and what was compared with what. */
export const summarySection: ReportSection = {
  id: 'summary',
  title: 'Summary',
  section: null,
  render: ({ report }) => {
    const { tone, icon, word } = datasetVerdict(report);
    const judged = report.dataDrift.datasetDrift ? 'The data set drifted' : 'The data set did not drift';
    const lines = [
      `${judged}: ${shareLine(report)}`,
      methodsOf(report),
      rowsLine(report),
      adjustedLine(report),
      compatLine(report.settings.compat),
    ];
    return markup`<p class="brand">Driftglass drift report<time datetime="${report.createdAt}">${formatTime(report.createdAt)}</time></p>
<h1 class="tone ${tone}"><i aria-hidden="true">${icon}</i> ${word}</h1>
<ul class="lines">${lines.filter((line) => line !== null && line !== '').map((line) => markup`<li>${line}</li>`)}</ul>
${report.exact ? null : markup`<p class="note">Every number marked ≈ was estimated from the sample, not counted on all rows.</p>`}
<div class="sides">${sideCard('reference', report.reference)}${sideCard('current', report.current)}</div>`;
  },
};
