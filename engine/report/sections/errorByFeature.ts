import { shareBar } from '#shared/charts/shareBar.ts';
import type { BiasSide, ErrorByFeature, FeatureErrors } from '#shared/domain/errorByFeature.ts';
import { binWords, describeErrorByFeature, sizeName, sizeText, whereWorst } from '#shared/text/describeErrorByFeature.ts';
import { formatCount, formatNumber, formatShare } from '#shared/text/formatNumber.ts';
import { nameOf } from '../badges.ts';
import { markup, ownMarkup, type Markup } from '../markup.ts';
import type { ReportSection } from '../section.ts';

/** The other features are in the JSON report; of those that are listed the first have their bins too. */
const listed = 20;
const drawn = 8;

const sides = ['reference', 'current'] as const;

function binRow(result: ErrorByFeature, each: FeatureErrors['bins'][number], largest: number): Markup {
  const cells = sides.map((side) => {
    const found = each[side];
    const size = found?.meanSize ?? null;
    const bar = size === null || largest === 0 ? null : ownMarkup(shareBar(size / largest, side, 90));
    return markup`<td class="number">${found === null ? '–' : formatShare(found.share ?? 0)}</td><td class="number">${sizeText(result, size)}</td><td class="${side} bars">${bar}</td>`;
  });
  return markup`<tr><th scope="row"><bdi>${binWords(each.bin)}</bdi></th>${cells}</tr>`;
}

const said = (value: BiasSide['majority'] | undefined): string =>
  value === null || value === undefined ? '–' : typeof value === 'number' ? formatNumber(value) : value;

function biasTable({ kind, bias }: FeatureErrors): Markup | null {
  if (bias.reference === null && bias.current === null) return null;
  const rows = sides.map((side) => {
    const found = bias[side];
    const range = found?.range ?? null;
    return markup`<tr><th scope="row" class="${side}">${side}</th><td class="number">${said(found?.underestimated)}</td><td class="number">${said(found?.majority)}</td><td class="number">${said(found?.overestimated)}</td><td class="number">${range === null ? '–' : formatShare(range)}</td></tr>`;
  });
  const what = kind === 'numeric' ? 'Mean' : 'Most common value';
  return markup`<div class="scroll"><table class="small"><caption>${what} in the rows with the lowest 5 %, the middle and the highest 5 % of the errors</caption><thead><tr><td></td><th scope="col" class="number">underestimated</th><th scope="col" class="number">between</th><th scope="col" class="number">overestimated</th><th scope="col" class="number">distance</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function folded(result: ErrorByFeature, feature: FeatureErrors): Markup {
  const largest = Math.max(0, ...feature.bins.flatMap((bin) => sides.map((side) => bin[side]?.meanSize ?? 0)));
  const head = sides.map(
    (side) => markup`<th scope="colgroup" colspan="3" class="${side}">${side}: share of rows, ${sizeName(result)}</th>`,
  );
  const rows = feature.bins.map((each) => binRow(result, each, largest));
  return markup`<details class="sql"><summary>${nameOf(feature.feature)}</summary><div class="scroll"><table class="small"><thead><tr><th scope="col">where it is</th>${head}</tr></thead><tbody>${rows}</tbody></table></div>${biasTable(feature)}</details>`;
}

function summaryTable(result: ErrorByFeature): Markup {
  const rows = result.features
    .slice(0, listed)
    .map(
      (feature) =>
        markup`<tr><th scope="row">${nameOf(feature.feature)}</th><td class="number">${sizeText(result, feature.unevenness)}</td><td><bdi>${whereWorst(result, feature)}</bdi></td></tr>`,
    );
  return markup`<div class="scroll"><table class="metrics"><thead><tr><th scope="col">feature</th><th scope="col" class="number" title="Mean over the rows of how far the change in their bin is from the change over all rows">unevenness of the change</th><th scope="col">where it rose most</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** How large errors are over the values of each feature, the features where that changed most first. */
export const errorByFeatureSection: ReportSection = {
  id: 'error-by-feature',
  title: 'Error by feature',
  section: 'error-by-feature',
  render: ({ report: { errorByFeature: result } }) => {
    if (result === null) return null;
    if (result.features.length === 0) return markup`<p>${describeErrorByFeature(result)}</p>`;
    const more = result.features.length + result.moreFeatures - listed;
    const rest = more > 0 ? markup`<p class="quiet">${formatCount(more)} more features are in the JSON report.</p>` : null;
    return markup`<p>${describeErrorByFeature(result)}</p>${summaryTable(result)}${rest}${result.features.slice(0, drawn).map((feature) => folded(result, feature))}`;
  },
};
