import { shareBar } from '#shared/charts/shareBar.ts';
import type { FeaturePower, TargetLeakageSection } from '#shared/domain/leakage.ts';
import {
  describeLeakage,
  hintWords,
  isTellingPowerChange,
  powerChangeText,
  powerText,
  sampledRowsSentence,
} from '#shared/text/describeLeakage.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { nameOf } from '../badges.ts';
import { markup, ownMarkup, type Markup } from '../markup.ts';
import type { ReportSection, SectionContext } from '../section.ts';

const shownFeatures = 20;

function cells(feature: FeaturePower, side: 'reference' | 'current', about: string): Markup {
  const bar = feature[side] === null ? null : ownMarkup(shareBar(feature[side], side));
  return markup`<td class="number">${about}${powerText(feature, side)}</td><td class="${side} bars">${bar}</td>`;
}

function table(section: TargetLeakageSection, { anchors, about }: SectionContext): Markup {
  const rows = section.features.slice(0, shownFeatures).map((feature) => {
    const tone = isTellingPowerChange(feature) ? 'attention' : 'quiet';
    const anchor = anchors.get(feature.column);
    const name = nameOf(feature.column);
    return markup`<tr><th scope="row">${anchor === undefined ? name : markup`<a href="#${anchor}">${name}</a>`}</th>${cells(feature, 'reference', about)}${cells(feature, 'current', about)}<td class="number ${tone}">${powerChangeText(feature)}</td><td class="attention">${hintWords[feature.hint]}</td></tr>`;
  });
  return markup`<div class="scroll"><table class="missing"><thead><tr><th scope="col">feature</th><th scope="colgroup" colspan="2" class="reference">reference</th><th scope="colgroup" colspan="2" class="current">current</th><th scope="col" class="number">change</th><th scope="col"></th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** How well each single feature predicts the target, the strongest first. */
export const targetLeakageSection: ReportSection = {
  id: 'target-leakage',
  title: 'Target leakage',
  section: 'target-leakage',
  render: (context) => {
    const { targetLeakage: section } = context.report;
    if (section === null) return null;
    const rest = section.features.length - shownFeatures;
    return markup`<p>${describeLeakage(section)}</p><p class="quiet">Predictive power: by how much the feature alone lowers the error of a guess of ${section.target} from all other rows; 0 is no help, 1 is perfect. ${sampledRowsSentence(section)}</p>
${section.features.length === 0 ? null : table(section, context)}${rest > 0 ? markup`<p class="quiet">${formatCount(rest)} weaker ${rest === 1 ? 'feature is' : 'features are'} in the JSON report.</p>` : null}`;
  },
};
