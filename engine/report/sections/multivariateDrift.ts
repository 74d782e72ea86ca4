import { multivariatePlots } from '#shared/charts/multivariatePlots.ts';
import type { MultivariateDrift } from '#shared/domain/multivariateDrift.ts';
import { describeMultivariate } from '#shared/text/describeMultivariate.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { multivariateHeads, multivariateRows } from '#shared/text/multivariateRows.ts';
import type { ReportSection } from '../section.ts';
import { markup, ownMarkup, type Markup } from '../markup.ts';
import { pageVariables } from '../svg.ts';

/** More columns are in the JSON report only. */
const mostRows = 30;

function columnTable(found: MultivariateDrift): Markup {
  const rows = multivariateRows(found);
  const lines = rows
    .slice(0, mostRows)
    .map(
      (row) =>
        markup`<tr><th scope="row">${row.column}</th>${multivariateHeads.map(({ key }) => markup`<td class="number">${row[key]}</td>`)}</tr>`,
    );
  const heads = multivariateHeads.map(({ label, explains }) => markup`<th scope="col" class="number" title="${explains}">${label}</th>`);
  const more = rows.length > mostRows ? markup`<p class="quiet">And ${formatCount(rows.length - mostRows)} more columns.</p>` : null;
  return markup`<div class="scroll"><table class="metrics"><caption>Which columns moved</caption><thead><tr><th scope="col">column</th>${heads}</tr></thead><tbody>${lines}</tbody></table></div>${more}`;
}

/** Whether the columns, taken together, are as in the reference, and which of them are not. */
export const multivariateDriftSection: ReportSection = {
  id: 'multivariate-drift',
  title: 'Drift of the columns together',
  section: 'multivariate-drift',
  render: ({ report: { multivariateDrift } }) => {
    if (multivariateDrift === null) return null;
    const { headline, lines, notes } = describeMultivariate(multivariateDrift);
    const figures = multivariatePlots(multivariateDrift, pageVariables).map(
      ({ title, svg }) => markup`<figure><figcaption class="quiet">${title}</figcaption>${ownMarkup(svg)}</figure>`,
    );
    return markup`<p><strong>${headline}</strong></p>${lines.map((line) => markup`<p>${line}</p>`)}
<div class="plots">${figures}</div>${columnTable(multivariateDrift)}${notes.map((note) => markup`<p class="quiet">${note}</p>`)}`;
  },
};
