import { shareBar } from '#shared/charts/shareBar.ts';
import { sparkline } from '#shared/charts/sparkline.ts';
import type { DescriptorDrift, TellingWord, TextColumn } from '#shared/domain/text.ts';
import {
  contentNote,
  descriptorNames,
  descriptorScore,
  descriptorText,
  descriptorVerdict,
  describeTextDrift,
  shownWord,
  textVerdict,
} from '#shared/text/describeText.ts';
import { formatCount, formatShare } from '#shared/text/formatNumber.ts';
import { methodName } from '#shared/text/methodNames.ts';
import { badge, nameOf } from '../badges.ts';
import { markup, ownMarkup, type Markup } from '../markup.ts';
import type { ReportSection } from '../section.ts';

/** More columns of text are in the JSON report only. */
const shownColumns = 20;
const barWidth = 64;

const heads = markup`<th scope="col" class="number reference">reference</th><th scope="col" class="number current">current</th>`;

function words(caption: string, list: readonly TellingWord[]): Markup {
  if (list.length === 0) return markup`<p class="quiet">${caption}: none that tells.</p>`;
  const bar = (share: number, side: 'reference' | 'current'): Markup => ownMarkup(shareBar(share, side, barWidth));
  const rows = list.map(
    ({ word, referenceShare, currentShare }) =>
      markup`<tr><th scope="row"><bdi>${shownWord(word)}</bdi></th><td class="number">${formatShare(referenceShare)}</td><td class="reference bars">${bar(referenceShare, 'reference')}</td><td class="number">${formatShare(currentShare)}</td><td class="current bars">${bar(currentShare, 'current')}</td></tr>`,
  );
  return markup`<table class="small"><caption>${caption}</caption><thead><tr><th scope="col">word</th><th scope="col" class="number reference" colspan="2">texts of reference</th><th scope="col" class="number current" colspan="2">of current</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function descriptorRow(each: DescriptorDrift, about: string): Markup {
  const picture = (side: 'reference' | 'current'): Markup =>
    markup`<td class="${side}">${ownMarkup(each.histogram === null ? '' : sparkline(each.histogram, side))}</td>`;
  const [score, threshold] = descriptorScore(each);
  return markup`<tr><th scope="row" title="${each.sentence}">${descriptorNames[each.descriptor]}</th><td class="number">${about}${descriptorText(each, each.reference)}</td><td class="number">${about}${descriptorText(each, each.current)}</td>${picture('reference')}${picture('current')}<td>${each.method === null ? '–' : methodName(each.method).short}</td><td class="number">${about}${score}</td><td class="number">${threshold}</td><td>${badge(descriptorVerdict(each))}</td></tr>`;
}

function columnOf(text: TextColumn, about: string): Markup {
  const { content, descriptors } = text;
  const pair =
    content === null
      ? markup`<p class="quiet">${text.sentence}</p>`
      : markup`<p class="quiet">${contentNote(text)}</p><div class="plots"><div>${words('In more texts than before', content.more)}</div><div>${words('In fewer texts than before', content.less)}</div></div>`;
  return markup`<h3>${nameOf(text.column)} ${badge(textVerdict(text))}</h3>${pair}
<div class="scroll"><table class="small"><thead><tr><th scope="col">mean of</th>${heads}<th scope="col" class="reference">reference</th><th scope="col" class="current">current</th><th scope="col">method</th><th scope="col" class="number">score</th><th scope="col" class="number">threshold</th><th scope="col">verdict</th></tr></thead><tbody>${descriptors.map((each) => descriptorRow(each, about))}</tbody></table></div>`;
}

/** What changed in columns of free text: the words that tell the sides apart, and the numbers read off each text. */
export const textDriftSection: ReportSection = {
  id: 'text-drift',
  title: 'Text drift',
  section: 'text-drift',
  render: ({ report: { textDrift }, about }) => {
    if (textDrift === null) return null;
    const rest = textDrift.columns.length - shownColumns;
    const more = rest > 0 ? markup`<p class="quiet">${formatCount(rest)} more columns of text are in the JSON report.</p>` : null;
    return markup`<p>${describeTextDrift(textDrift)}</p>${textDrift.columns.slice(0, shownColumns).map((text) => columnOf(text, about))}${more}`;
  },
};
