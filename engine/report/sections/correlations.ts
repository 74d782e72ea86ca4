import { correlationPlots } from '#shared/charts/correlationPlots.ts';
import type { CorrelationsSection } from '#shared/domain/correlations.ts';
import { changedLines, describeChanges, sampledSentence, strongestLines, type CorrelationLine } from '#shared/text/describeCorrelations.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { nameOf } from '../badges.ts';
import { markup, ownMarkup, type Markup } from '../markup.ts';
import type { ReportSection } from '../section.ts';
import { pageVariables } from '../svg.ts';

const shownPairs = 15;

function pairTable(caption: string, lines: readonly CorrelationLine[], about: string): Markup | null {
  if (lines.length === 0) return null;
  const rows = lines.map(
    ({ a, b, coefficient, reference, current, change, clear }) =>
      markup`<tr><th scope="row">${nameOf(a, 24)} · ${nameOf(b, 24)}</th><td class="quiet">${coefficient}</td><td class="number">${about}${reference}</td><td class="number">${about}${current}</td><td class="number ${clear ? 'attention' : 'quiet'}">${change}</td></tr>`,
  );
  return markup`<div class="scroll"><table class="small"><caption>${caption}</caption><thead><tr><th scope="col">columns</th><th scope="col">coefficient</th><th scope="col" class="number reference">reference</th><th scope="col" class="number current">current</th><th scope="col" class="number">change</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function notes(section: CorrelationsSection): Markup {
  const { leftOut } = section;
  const names = leftOut.slice(0, 5).map(({ column }) => column);
  const more = leftOut.length > names.length ? ` and ${formatCount(leftOut.length - names.length)} more` : '';
  const without = leftOut.length === 0 ? null : `Not paired: ${names.join(', ')}${more}. ${leftOut[0]!.sentence}`;
  return markup`<p class="quiet">The larger a square the stronger; filled squares are positive, hollow ones negative. Each pair is taken over the rows where both columns have a value. ${sampledSentence(section)} ${without}</p>`;
}

/** How pairs of columns hang together: a picture of both sides and of the change, then the pairs to look at. */
export const correlationsSection: ReportSection = {
  id: 'correlations',
  title: 'Correlations',
  section: 'correlations',
  render: ({ report: { correlations }, about }) => {
    if (correlations === null) return null;
    const plots = correlationPlots(correlations, pageVariables);
    const figures = plots.map(
      ({ title, svg }) => markup`<figure><figcaption class="quiet">${title}</figcaption>${ownMarkup(svg)}</figure>`,
    );
    return markup`<p>${describeChanges(correlations)}</p>${plots.length === 0 ? null : markup`<div class="plots">${figures}</div>`}${notes(correlations)}
<div class="pair"><div>${pairTable('Most changed', changedLines(correlations, shownPairs), about)}</div><div>${pairTable('Strongest', strongestLines(correlations, shownPairs), about)}</div></div>`;
  },
};
