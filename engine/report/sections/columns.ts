import { columnChart } from '#shared/charts/columnChart.ts';
import { describeChart } from '#shared/charts/describeChart.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import { formatAgainstThreshold } from '#shared/text/explainVerdict.ts';
import { formatCount, formatPValue } from '#shared/text/formatNumber.ts';
import { methodName } from '#shared/text/methodNames.ts';
import { nameOf, verdictBadge } from '../badges.ts';
import type { ReportSection, SectionContext } from '../section.ts';
import { sensitivityBlock } from '../sensitivityBlock.ts';
import { categoryTable, profileTable, quantileTable, testTable, unseenTable } from '../columnTables.ts';
import { markup, ownMarkup, type Markup } from '../markup.ts';
import { drawSvg, pageCharts } from '../svg.ts';

function figure(column: ColumnReport, anchor: string): Markup | null {
  const chart = columnChart(column, pageCharts);
  if (chart === null) return null;
  return markup`<figure>${ownMarkup(drawSvg(chart, anchor, describeChart(column)))}</figure>`;
}

function scoreLine(column: ColumnReport, about: string): string {
  if (column.status === 'not-tested') return '';
  const name = methodName(column.method).short;
  if (column.scoreIs === 'pValue') return `${name} p ${about}${formatPValue(column.driftScore)}`;
  return `${name} ${about}${formatAgainstThreshold(column.driftScore, column.threshold)[0]}`;
}

function statements(column: ColumnReport, { sources }: SectionContext): Markup | null {
  if (column.sql.length === 0) return null;
  const list = column.sql.map(({ title, sql }) => markup`<h3>${title}</h3><pre><code>${sources.shorten(sql)}</code></pre>`);
  return markup`<details class="sql"><summary>SQL behind these numbers</summary>${list}</details>`;
}

function kindLine({ kindReason, types: { reference, current } }: ColumnReport): string {
  const stored = [...new Set([reference, current].filter((type) => type !== null))].filter((type) => !kindReason.includes(type));
  return `${kindReason.slice(0, 1).toUpperCase()}${kindReason.slice(1).replace(/\.$/, '')}${stored.length === 0 ? '' : `; stored as ${stored.join(' and ')}`}.`;
}

function columnDetails(column: ColumnReport, context: SectionContext): Markup {
  const { anchors, about } = context;
  const anchor = anchors.get(column.column) ?? '';
  return markup`<details class="column" id="${anchor}"><summary><span class="name">${nameOf(column.column, 60)}</span><span class="kind">${column.kind}</span><span class="score">${scoreLine(column, about)}</span>${verdictBadge(column)}</summary>
<div class="body"><p class="sentence">${column.sentence}</p>
<div class="pair"><div>${figure(column, anchor)}${testTable(column, about)}${sensitivityBlock(column)}</div>
<div>${quantileTable(column, about)}${categoryTable(column, about)}${unseenTable(column, about)}${profileTable(column, about)}</div></div>
<p class="quiet">${column.column.length > 60 ? markup`<bdi class="whole">${column.column}</bdi>. ` : null}${kindLine(column)}</p>${statements(column, context)}</div></details>`;
}

/** Every column, folded: its picture, the reason for its verdict, both sides side by side, and the SQL. */
export const columnsSection: ReportSection = {
  id: 'columns',
  title: 'Columns',
  section: null,
  render: (context) => {
    if (context.columns.length === 0) return null;
    const more = context.columns.length - context.detailed.length;
    const note =
      more === 0
        ? null
        : markup`<p class="quiet">The ${formatCount(context.detailed.length)} columns that need a look first; ${formatCount(more)} more are in the table above, and in full in the JSON of the report.</p>`;
    return markup`${note}<p class="tools" hidden><button type="button" id="unfold">Unfold all</button> <button type="button" id="fold">Fold all</button></p>
${context.detailed.map((column) => columnDetails(column, context))}`;
  },
};
