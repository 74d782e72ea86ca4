import { describeOutliers } from '#shared/text/describeQuality.ts';
import { formatCount, formatNumber } from '#shared/text/formatNumber.ts';
import { outlierLines } from '#shared/text/outlierLines.ts';
import { nameOf } from '../badges.ts';
import type { ReportSection } from '../section.ts';
import { markup } from '../markup.ts';

const shownColumns = 50;
const shownStatements = 10;

/** Values far from the middle of the reference, by column. */
export const outliersSection: ReportSection = {
  id: 'outliers',
  title: 'Outliers',
  section: 'outliers',
  render: ({ report: { outliers }, about, anchors, sources }) => {
    if (outliers === null) return null;
    const lines = outlierLines(outliers, about);
    const rows = lines.slice(0, shownColumns).map(({ column, fences, iqr, zScore }) => {
      const cells = [fences, iqr.reference, iqr.current, iqr.change, zScore.reference, zScore.current, zScore.change];
      return markup`<tr><th scope="row"><a href="#${anchors.get(column) ?? ''}">${nameOf(column)}</a></th>${cells.map((cell) => markup`<td class="number">${cell}</td>`)}</tr>`;
    });
    const rest = lines.length - rows.length;
    const found = lines.filter(({ iqr, sql }) => sql !== null && iqr.current !== '0 %').slice(0, shownStatements);
    const statements = found.map(
      ({ column, sql }) => markup`<h3>${nameOf(column)}</h3><pre><code>${sources.shorten(sql ?? '')}</code></pre>`,
    );
    const sides = markup`<th scope="col" class="number reference">reference</th><th scope="col" class="number current">current</th><th scope="col" class="number">change</th>`;
    const rule = (what: string): string => `beyond the ${what}`;
    return markup`<p>${describeOutliers(outliers)}</p>
<div class="scroll"><table class="small"><thead><tr><th></th><th scope="colgroup" colspan="4" class="number">${rule(`quartiles by ${formatNumber(outliers.iqrFactor)} × their distance`)}</th><th scope="colgroup" colspan="3" class="number">${rule(`mean by ${formatNumber(outliers.zLimit)} standard deviations`)}</th></tr><tr><th scope="col">column</th><th scope="col" class="number">fences</th>${sides}${sides}</tr></thead><tbody>${rows}</tbody></table></div>
<p class="quiet">Fences are those of the reference, applied to both sides; shares are of the finite values.${rest > 0 ? ` ${formatCount(rest)} more columns are in the JSON report.` : ''}</p>${
      statements.length === 0
        ? null
        : markup`<details class="sql"><summary>SQL of the current rows with outliers</summary>${statements}</details>`
    }`;
  },
};
