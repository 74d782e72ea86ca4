import { distributionChart } from '#shared/charts/distributionChart.ts';
import { rankingPlots, spreadHistogram } from '#shared/charts/rankingPlots.ts';
import type { RankingSection } from '#shared/domain/ranking.ts';
import {
  describeRanking,
  rankingGroupsText,
  rankingLines,
  rankingMetricName,
  rankingNote,
  spreadText,
} from '#shared/text/describeRanking.ts';
import { usedRowsText } from '#shared/text/describePerformance.ts';
import { markup, ownMarkup, type Markup } from '../markup.ts';
import type { ReportSection } from '../section.ts';
import { drawSvg, pageCharts, pageVariables } from '../svg.ts';

const heads = markup`<th scope="col" class="number reference">reference</th><th scope="col" class="number current">current</th>`;

function metricTable(section: RankingSection, about: string): Markup {
  const rows = rankingLines(section).map(
    ({ label, reference, current, change, is }) =>
      markup`<tr><th scope="row">${label}</th><td class="number">${about}${reference}</td><td class="number">${about}${current}</td><td class="number">${change}</td><td class="${is === 'worse' ? 'attention' : 'quiet'}">${is === 'same' ? '' : is}</td></tr>`,
  );
  return markup`<div class="scroll"><table class="metrics"><thead><tr><th scope="col">metric</th>${heads}<th scope="col" class="number">change</th><th scope="col"></th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function spreadTable(section: RankingSection): Markup {
  const rows = section.spreads.map(
    (spread) =>
      markup`<tr><th scope="row">${rankingMetricName(spread)}</th><td class="number">${spreadText(section, spread.metric, 'reference')}</td><td class="number">${spreadText(section, spread.metric, 'current')}</td></tr>`,
  );
  return markup`<table class="small"><caption>Standard deviation between groups, and groups at 0</caption><thead><tr><th scope="col">metric</th>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
}

function spread(section: RankingSection): Markup | null {
  const histogram = spreadHistogram(section, 'ndcg-at-k');
  const k = section.spreads[0]?.k ?? 1;
  if (histogram === null) return null;
  const title = `NDCG at ${k} of each group, in shares of the groups`;
  const chart = drawSvg({ option: distributionChart(histogram, pageCharts), height: 240 }, 'ranking', title);
  return markup`<div class="pair"><div><figure><figcaption class="quiet">${title}</figcaption>${ownMarkup(chart)}</figure></div><div class="scroll">${spreadTable(section)}</div></div>`;
}

/** How well items are ordered within groups: metrics at each k, their curves, and how the groups are spread. */
export const rankingSection: ReportSection = {
  id: 'ranking',
  title: 'Ranking',
  section: 'ranking',
  render: ({ report: { ranking }, about }) => {
    if (ranking === null) return null;
    const figures = rankingPlots(ranking, pageVariables).map(
      ({ title, svg }) => markup`<figure><figcaption class="quiet">${title}</figcaption>${ownMarkup(svg)}</figure>`,
    );
    return markup`<p>${describeRanking(ranking)}</p><p class="quiet">${rankingGroupsText(ranking)}. ${rankingNote(ranking)} Rows used: ${usedRowsText(ranking)}.</p>
${metricTable(ranking, about)}<div class="plots">${figures}</div>${spread(ranking)}`;
  },
};
