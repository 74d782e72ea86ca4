import { fairnessPlots } from '#shared/charts/fairnessPlots.ts';
import type { Disparity, FairnessGroup, SensitiveColumn } from '#shared/domain/fairness.ts';
import { rateIds } from '#shared/domain/fairnessRates.ts';
import {
  comparedGroups,
  conventionsOf,
  conventionTitle,
  describeFairness,
  describeGroups,
  disparityLines,
  groupName,
  intervalsNote,
  judgement,
  rateText,
} from '#shared/text/describeFairness.ts';
import { usedRowsText } from '#shared/text/describePerformance.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { middleEllipsis } from '#shared/text/middleEllipsis.ts';
import { rateNames } from '#shared/text/rateNames.ts';
import { markup, ownMarkup, type Markup } from '../markup.ts';
import type { ReportSection } from '../section.ts';
import { pageVariables } from '../svg.ts';

const sides = ['reference', 'current'] as const;

function groupRow(group: FairnessGroup): Markup {
  const marks = [group.privileged ? 'privileged' : '', group.small ? 'few rows' : ''].filter((mark) => mark !== '').join(', ');
  const rows = sides.map((side) => markup`<td class="number">${formatCount(group[side]?.rows ?? 0)}</td>`);
  const rates = rateIds.flatMap((rate) =>
    sides.map((side) => {
      const { text, why } = rateText(group, side, rate);
      return markup`<td class="number"${why === '' ? null : markup` title="${why}"`}>${text}</td>`;
    }),
  );
  const note = marks === '' ? null : markup` <span class="quiet">${marks}</span>`;
  return markup`<tr><th scope="row"><bdi>${middleEllipsis(groupName(group.group), 28)}</bdi>${note}</th>${rows}${rates}</tr>`;
}

function groupTable({ groups }: SensitiveColumn): Markup {
  const titles = ['rows', ...rateIds.map((rate) => rateNames[rate].short)];
  const over = titles.map((title) => markup`<th scope="colgroup" colspan="2" class="number">${title}</th>`);
  const under = titles.map(
    () => markup`<th scope="col" class="number reference">ref.</th><th scope="col" class="number current">cur.</th>`,
  );
  return markup`<div class="scroll"><table class="small"><caption>Groups</caption><thead><tr><th></th>${over}</tr><tr><th scope="col">group</th>${under}</tr></thead><tbody>${groups.map(groupRow)}</tbody></table></div>`;
}

function disparityTable(column: SensitiveColumn, convention: Disparity['convention'], about: string): Markup {
  const rows = disparityLines(column, convention).map((line) => {
    const { label, reference, current, around, change, is, below } = line;
    return markup`<tr><th scope="row">${label}</th><td class="number">${about}${reference}</td><td class="number quiet">${around.reference}</td><td class="number">${about}${current}</td><td class="number quiet">${around.current}</td><td class="number">${change}</td><td class="${is === 'worse' || below ? 'attention' : 'quiet'}">${judgement(line)}</td></tr>`;
  });
  const head = markup`<tr><th scope="col">disparity</th><th scope="col" class="number reference">reference</th><th scope="col" class="number">95 %</th><th scope="col" class="number current">current</th><th scope="col" class="number">95 %</th><th scope="col" class="number">change</th><th scope="col"></th></tr>`;
  return markup`<div class="scroll"><table class="small"><caption>${conventionTitle(column, convention)}</caption><thead>${head}</thead><tbody>${rows}</tbody></table></div>`;
}

function sensitive(column: SensitiveColumn, about: string): Markup {
  const figures = fairnessPlots(column, pageVariables).map(
    ({ title, svg }) => markup`<figure><figcaption class="quiet">${title}</figcaption>${ownMarkup(svg)}</figure>`,
  );
  const tables = conventionsOf(column).map((convention) => disparityTable(column, convention, about));
  return markup`<h3><bdi>${column.column}</bdi></h3><p>${describeGroups(column)}</p><div class="plots">${figures}</div>${groupTable(column)}${tables}<p class="quiet">Rows used: ${usedRowsText(column)}.</p>`;
}

/** How the groups of sensitive columns are predicted: rates of each, and how far they are apart. */
export const fairnessSection: ReportSection = {
  id: 'fairness',
  title: 'Fairness',
  section: 'fairness',
  render: ({ report: { fairness }, about }) => {
    if (fairness === null) return null;
    const columns = comparedGroups(fairness).map((column) => sensitive(column, about));
    return markup`<p>${describeFairness(fairness)}</p><p class="quiet">${intervalsNote(fairness)}</p>${columns}`;
  },
};
