import { shareBar } from '#shared/charts/shareBar.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import {
  columnsWithGaps,
  columnsWithoutGapsText,
  countedAsMissing,
  missingKindsText,
  missingShareText,
  missingTotal,
  type MissingColumn,
} from '#shared/text/missingLines.ts';
import { linkToColumn } from '../badges.ts';
import type { ReportSection, SectionContext } from '../section.ts';
import { markup, ownMarkup, type Markup } from '../markup.ts';

function cells(column: MissingColumn['reference'], side: 'reference' | 'current'): Markup {
  const share = column?.share ?? null;
  const bar = share === null ? null : ownMarkup(shareBar(share, side));
  return markup`<td class="number">${missingShareText(column)}</td><td class="${side} bars">${bar}<small>${missingKindsText(column)}</small></td>`;
}

const listedAtMost = 300;

function table(columns: readonly MissingColumn[], { anchors }: SectionContext): Markup {
  const rows = columns.map(
    (column) =>
      markup`<tr><th scope="row">${linkToColumn(column.column, anchors)}</th>${cells(column.reference, 'reference')}${cells(column.current, 'current')}</tr>`,
  );
  return markup`<div class="scroll"><table class="missing"><thead><tr><th scope="col">column</th><th scope="colgroup" colspan="2" class="reference">reference</th><th scope="colgroup" colspan="2" class="current">current</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** How much is missing: over all cells, then by column, most first. Columns without gaps are only counted. */
export const missingSection: ReportSection = {
  id: 'missing',
  title: 'Missing values',
  section: 'missing-values',
  render: (context) => {
    const { missingValues } = context.report;
    const gaps = columnsWithGaps(missingValues);
    const without = columnsWithoutGapsText(missingValues.columns.length - gaps.length);
    const whole = (side: 'reference' | 'current'): Markup =>
      markup`<li><b class="${side}">${side}</b> ${missingTotal(missingValues[side])}</li>`;
    return markup`<ul class="lines">${whole('reference')}${whole('current')}<li>counted as missing: ${countedAsMissing(missingValues)}</li></ul>
${gaps.length === 0 ? null : table(gaps.slice(0, listedAtMost), context)}
${gaps.length <= listedAtMost ? null : markup`<p class="quiet">${formatCount(gaps.length - listedAtMost)} more columns have some; the JSON of the report lists them.</p>`}${without === '' ? null : markup`<p class="quiet">${without}</p>`}`;
  },
};
