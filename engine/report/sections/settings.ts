import type { ReportSettings } from '#shared/domain/settings.ts';
import { compatText } from '#shared/text/compatText.ts';
import { formatCount, formatNumber, formatThreshold, formatShare } from '#shared/text/formatNumber.ts';
import { methodName } from '#shared/text/methodNames.ts';
import type { ReportSection } from '../section.ts';
import { markup, type Markup } from '../markup.ts';

type Line = readonly [name: string, value: string];

function perColumn<T>(values: Readonly<Record<string, T>>, show: (value: T) => string): string {
  return Object.entries(values)
    .map(([column, value]) => `${column}: ${show(value)}`)
    .join('; ');
}

function binningText({ binning }: ReportSettings): string {
  if (binning.kind === 'sturges-pooled') return 'equal widths over both sides, number by Sturges’ rule';
  if (binning.kind === 'reference-quantiles') return `${formatCount(binning.bins)} quantiles of the reference`;
  return `fixed edges; ${perColumn(binning.edges, (edges) => edges.map((edge) => formatNumber(edge)).join(', '))}`;
}

function sampleText({ sample }: ReportSettings): string {
  return sample === null ? 'none, every row is read' : `about ${formatCount(sample.rows)} rows a side, seed ${sample.seed}`;
}

function linesOf(settings: ReportSettings): Line[] {
  const { drift, roles } = settings;
  const { probabilities, ...single } = roles;
  const chosen = Object.entries(single).flatMap(([role, column]) => (column === null ? [] : [`${role}: ${column}`]));
  return [
    ['method', drift.method === null ? 'chosen by kind and size of each column' : methodName(drift.method).short],
    ['method by column', perColumn(drift.methods, (id) => methodName(id).short)],
    ['threshold', drift.threshold === null ? 'the method’s own' : formatThreshold(drift.threshold)],
    ['threshold by column', perColumn(drift.thresholds, formatThreshold)],
    ['alternative', drift.alternative === 'two-sided' ? '' : drift.alternative],
    ['many columns', drift.adjust === 'none' ? '' : 'p-values adjusted for their number (Benjamini-Hochberg)'],
    ['data set drifts at', `${formatShare(drift.share)} of the tested columns`],
    ['numbers as in', compatText(settings.compat) ?? ''],
    ['bins', binningText(settings)],
    ['columns', settings.columns === null ? 'all' : settings.columns.join(', ')],
    ['ignored', settings.ignore.join(', ')],
    ['kinds chosen', perColumn(settings.kinds, (kind) => kind)],
    ['roles', chosen.join('; ')],
    ['probabilities', perColumn(probabilities, (column) => column)],
    ['derived columns', settings.derive.map(({ column, expression }) => `${column} = ${expression}`).join('; ')],
    ['model', settings.model?.path ?? ''],
    ['row condition', settings.where ?? ''],
    ['sample', sampleText(settings)],
  ];
}

function row([name, value]: Line): Markup | null {
  return value === '' ? null : markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`;
}

/** What decided the numbers, and how to get them again. */
export const settingsSection: ReportSection = {
  id: 'settings',
  title: 'Settings, and how to make this again',
  section: null,
  render: ({ report }) => markup`<table class="small settings"><tbody>${linesOf(report.settings).map(row)}</tbody></table>
<h3>The same report from the terminal</h3><pre class="command"><code>${report.command}</code></pre>
<p class="quiet">Made by ${report.producedBy.name} ${report.producedBy.version}. Report ${report.id}.</p>`,
};
