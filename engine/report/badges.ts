import type { ColumnReport } from '#shared/domain/report.ts';
import { middleEllipsis } from '#shared/text/middleEllipsis.ts';
import { columnVerdict, toneIcons, type Tone, type Verdict } from '#shared/text/verdict.ts';
import { markup, type Markup } from './markup.ts';

/** Icon and word in the colour of a tone. */
export function badge({ tone, icon, word }: Verdict): Markup {
  return markup`<span class="tone ${tone}"><i aria-hidden="true">${icon}</i> ${word}</span>`;
}

export function verdictBadge(column: ColumnReport): Markup {
  return badge(columnVerdict(column));
}

/** An icon alone, named for those who cannot see it. */
export function toneMark(tone: Tone, name: string): Markup {
  return markup`<span class="tone ${tone}" role="img" aria-label="${name}">${toneIcons[tone]}</span>`;
}

/** The name of a column, leading to where the page tells of it in full. */
export function linkToColumn(column: string, anchors: ReadonlyMap<string, string>): Markup {
  const anchor = anchors.get(column);
  return anchor === undefined ? nameOf(column) : markup`<a href="#${anchor}">${nameOf(column)}</a>`;
}

/** A name from the data, shortened in its middle; the whole one is in the tooltip. */
export function nameOf(name: string, length = 36): Markup {
  const shown = name === '' ? '(no name)' : middleEllipsis(name, length);
  return shown === name ? markup`<bdi>${name}</bdi>` : markup`<bdi title="${name}">${shown}</bdi>`;
}
