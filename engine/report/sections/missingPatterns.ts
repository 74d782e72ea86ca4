import type { MissingPattern, MissingPatternsSection } from '#shared/domain/missingPatterns.ts';
import { describeMissingPatterns } from '#shared/text/describeQuality.ts';
import { formatCount, formatShare, formatShareChange } from '#shared/text/formatNumber.ts';
import { missingMatrix, shadeOf } from '#shared/text/missingMatrix.ts';
import { middleEllipsis } from '#shared/text/middleEllipsis.ts';
import { nameOf } from '../badges.ts';
import type { ReportSection } from '../section.ts';
import { markup, ownMarkup, type Markup } from '../markup.ts';

const shownPatterns = 15;
const shownNames = 8;

function patternName({ columns }: MissingPattern): Markup {
  if (columns.length === 0) return markup`<span class="quiet">nothing</span>`;
  const names = columns.slice(0, shownNames).map((name, i) => markup`${i === 0 ? '' : ', '}${nameOf(name, 28)}`);
  return markup`${names}${columns.length > shownNames ? ` and ${formatCount(columns.length - shownNames)} more` : ''}`;
}

function patternTable({ patterns, numberOfPatterns }: MissingPatternsSection, about: string): Markup {
  const cell = ({ rows, share }: MissingPattern['reference']): Markup =>
    markup`<td class="number">${about}${formatCount(rows)}</td><td class="number">${share === null ? '–' : about + formatShare(share)}</td>`;
  const rows = patterns.slice(0, shownPatterns).map((pattern) => {
    const { reference, current } = pattern;
    const change = reference.share === null || current.share === null ? '–' : formatShareChange(reference.share, current.share);
    return markup`<tr><th scope="row">${patternName(pattern)}</th>${cell(reference)}${cell(current)}<td class="number">${change}</td></tr>`;
  });
  const rest = Math.max(numberOfPatterns.reference, numberOfPatterns.current) - rows.length;
  const more = rest > 0 ? markup`<p class="quiet">And ${formatCount(rest)} rarer ${rest === 1 ? 'pattern' : 'patterns'}.</p>` : null;
  return markup`<div class="scroll"><table class="small"><thead><tr><th scope="col">rows that lack</th><th scope="colgroup" colspan="2" class="number reference">reference</th><th scope="colgroup" colspan="2" class="number current">current</th><th scope="col" class="number">change</th></tr></thead><tbody>${rows}</tbody></table></div>${more}`;
}

function matrix(section: MissingPatternsSection, side: 'reference' | 'current'): Markup | null {
  const { names, rows } = missingMatrix(section, side);
  if (rows.length === 0) return null;
  const heads = names.slice(0, -1).map((_, i) => markup`<th scope="col" class="number">${i + 1}</th>`);
  const lines = rows.map(
    ({ name, place, cells }) =>
      markup`<tr><th scope="row">${place} <bdi>${middleEllipsis(name, 24)}</bdi></th>${cells.map(({ value, text, title }) => markup`<td title="${title}">${ownMarkup(shadeOf(value) === 0 ? '' : `<i class="${value < 0 ? 'unlike' : side} s${shadeOf(value)}"></i>`)}<b>${text}</b></td>`)}</tr>`,
  );
  return markup`<div class="scroll"><table class="small matrix"><caption>Correlation of being missing, ${side}</caption><thead><tr><td></td>${heads}</tr></thead><tbody>${lines}</tbody></table></div>`;
}

/** Which columns are missing together. */
export const missingPatternsSection: ReportSection = {
  id: 'missing-patterns',
  title: 'Missing together',
  section: 'missing-patterns',
  render: ({ report: { missingPatterns }, about }) => {
    if (missingPatterns === null) return null;
    const sentence = markup`<p>${describeMissingPatterns(missingPatterns)}</p>`;
    if (missingPatterns.columns.length === 0) return sentence;
    const drawn = (['reference', 'current'] as const).flatMap((side) => matrix(missingPatterns, side) ?? []);
    const note =
      drawn.length === 0
        ? null
        : markup`<p class="quiet">1: always missing together; −1: always exactly one of the two; 0: nothing to do with one another.</p>`;
    return markup`${sentence}${patternTable(missingPatterns, about)}<div class="plots">${drawn}</div>${note}`;
  },
};
