import { shareBar } from '#shared/charts/shareBar.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import { formatCount, formatShare } from '#shared/text/formatNumber.ts';
import { linkToColumn } from '../badges.ts';
import type { ReportSection, SectionContext } from '../section.ts';
import { markup, ownMarkup, type Markup } from '../markup.ts';

type Missing = DriftReport['missingValues'];
type MissingColumn = Missing['columns'][number];
type Counts = MissingColumn['reference'];

const kindNames = { null: 'null', nan: 'NaN', infinity: 'infinity', 'empty-string': 'empty text' } as const;

function whole(side: Missing['reference'], name: string): Markup {
  const share = side.shareOfMissingValues === null ? 'no cells' : formatShare(side.shareOfMissingValues);
  return markup`<li><b class="${name}">${name}</b> ${share}: ${formatCount(side.numberOfMissingValues)} of ${formatCount(side.numberOfCells)} cells</li>`;
}

function counts(column: Counts): string {
  if (column === null) return 'no such column';
  const parts: [number, string][] = [
    [column.nulls, 'null'],
    [column.nan, 'NaN'],
    [column.infinite, 'infinite'],
    [column.emptyStrings, 'empty text'],
  ];
  return parts.flatMap(([count, name]) => (count > 0 ? [`${formatCount(count)} ${name}`] : [])).join(', ');
}

function cells(column: Counts, side: 'reference' | 'current'): Markup {
  const share = column?.share ?? null;
  const bar = share === null ? null : ownMarkup(shareBar(share, side));
  const shown = share === null ? '–' : formatShare(share);
  return markup`<td class="number">${shown}</td><td class="${side} bars">${bar}<small>${counts(column)}</small></td>`;
}

const hasAny = (column: Counts): boolean =>
  column !== null && column.missing + column.nulls + column.nan + column.infinite + column.emptyStrings > 0;

function largest(column: MissingColumn): number {
  return Math.max(column.reference?.share ?? 0, column.current?.share ?? 0);
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
    const gaps = missingValues.columns.filter((column) => hasAny(column.reference) || hasAny(column.current));
    const sorted = gaps.map((column, at) => ({ column, at })).sort((a, b) => largest(b.column) - largest(a.column) || a.at - b.at);
    const rest = missingValues.columns.length - gaps.length;
    const kinds = missingValues.countedAsMissing.map((kind) => kindNames[kind]).join(', ');
    return markup`<ul class="lines">${whole(missingValues.reference, 'reference')}${whole(missingValues.current, 'current')}<li>counted as missing: ${kinds === '' ? 'nothing' : kinds}</li></ul>
${
  sorted.length === 0
    ? null
    : table(
        sorted.slice(0, listedAtMost).map(({ column }) => column),
        context,
      )
}
${sorted.length <= listedAtMost ? null : markup`<p class="quiet">${formatCount(sorted.length - listedAtMost)} more columns have some; the JSON of the report lists them.</p>`}${rest === 0 ? null : markup`<p class="quiet">${formatCount(rest)} ${rest === 1 ? 'column has' : 'columns have'} no such value on either side.</p>`}`;
  },
};
