import { shareBar } from '#shared/charts/shareBar.ts';
import { sparkline } from '#shared/charts/sparkline.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import { importancesOf, matters } from '#shared/text/describeModelDrift.ts';
import { formatAgainstThreshold } from '#shared/text/explainVerdict.ts';
import { formatPValue, formatShare } from '#shared/text/formatNumber.ts';
import { methodName } from '#shared/text/methodNames.ts';
import { columnVerdict } from '#shared/text/verdict.ts';
import { excess } from '#shared/text/worstFirst.ts';
import { linkToColumn, verdictBadge } from '../badges.ts';
import type { ReportSection, SectionContext } from '../section.ts';
import { markup, ownMarkup, type Markup } from '../markup.ts';

function share(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : formatShare(value);
}

function scoreCells(column: ColumnReport, about: string): Markup {
  if (column.status === 'not-tested')
    return markup`<td class="wide">–</td><td class="number" data-v="-1">–</td><td class="number wide">–</td>`;
  const [score, threshold] = formatAgainstThreshold(column.driftScore, column.threshold);
  const shown = column.scoreIs === 'pValue' ? `p ${formatPValue(column.driftScore).replace(/^(?=\d)/, '= ')}` : score;
  return markup`<td class="wide">${methodName(column.method).short}</td><td class="number" data-v="${excess(column)}">${about}${shown}</td><td class="number wide">${threshold}</td>`;
}

type Importances = ReadonlyMap<string, number> | null;

/** The bar is as long as the column is important beside the most important one; sorting puts what matters first. */
function importanceCell(column: ColumnReport, importances: Importances): Markup | null {
  if (importances === null) return null;
  const own = importances.get(column.column);
  const bar = own === undefined ? '' : shareBar(own / Math.max(...importances.values(), Number.MIN_VALUE), 'current', 72);
  return markup`<td class="current wide" data-v="${matters(column, importances)}" title="${own === undefined ? '' : formatShare(own)}">${ownMarkup(bar)}</td>`;
}

function row(column: ColumnReport, position: number, { anchors, about, attention }: SectionContext, importances: Importances): Markup {
  const { tone } = columnVerdict(column);
  const [before, after] = [column.reference?.missingShare, column.current?.missingShare];
  const picture = (side: 'reference' | 'current'): Markup => ownMarkup(sparkline(column.histogram, side));
  const marks = [column.drifted && 'drifted', attention.has(column.column) && 'attention'].filter((mark) => mark !== false);
  return markup`<tr data-at="${position}" data-is="${marks.join(' ')}"><th scope="row" data-v="${column.column}">${linkToColumn(column.column, anchors)}</th>
<td class="wide">${column.kind}</td><td class="reference">${picture('reference')}</td><td class="current">${picture('current')}</td>
${scoreCells(column, about)}<td data-v="${['broken', 'attention', 'good', 'unknown'].indexOf(tone)}">${verdictBadge(column)}</td>
<td class="number wide" data-v="${after ?? -1}">${share(before)} → ${share(after)}</td>${importanceCell(column, importances)}</tr>`;
}

/** The table of all columns: both distributions, how they were compared, and the verdict. Worst first. */
export const driftSection: ReportSection = {
  id: 'drift',
  title: 'Data drift',
  section: 'data-drift',
  render: (context) => {
    if (context.columns.length === 0) return markup`<p>The data sets have no columns.</p>`;
    const importances = importancesOf(context.report);
    const last = importances === null ? null : markup`<th scope="col" class="wide" data-sort="number">importance</th>`;
    return markup`<div class="tools" hidden><label>Filter <input type="search" id="filter" autocomplete="off"></label>
<label><input type="checkbox" id="only-drifted"> drifted or in need of attention only</label><output id="shown"></output></div>
<div class="scroll"><table id="drift-table" class="drift"><thead><tr><th scope="col" data-sort="text">column</th><th scope="col" class="wide" data-sort="text">kind</th><th scope="col" class="reference">reference</th><th scope="col" class="current">current</th><th scope="col" class="wide" data-sort="text">method</th><th scope="col" class="number" data-sort="number">score</th><th scope="col" class="number wide">threshold</th><th scope="col" data-sort="number">verdict</th><th scope="col" class="number wide" data-sort="number">missing</th>${last}</tr></thead>
<tbody>${context.columns.map((column, position) => row(column, position, context, importances))}</tbody></table></div>`;
  },
};
