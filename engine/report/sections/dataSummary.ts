import { describeDataSummary } from '#shared/text/describeQuality.ts';
import { summaryLines } from '#shared/text/summaryLines.ts';
import type { ReportSection } from '../section.ts';
import { markup } from '../markup.ts';

/** What both sides are as a whole: rows, kinds, gaps, constants, and what is there twice. */
export const dataSummarySection: ReportSection = {
  id: 'data-summary',
  title: 'Data summary',
  section: 'data-summary',
  render: ({ report: { dataSummary }, about, sources }) => {
    if (dataSummary === null) return null;
    const rows = summaryLines(dataSummary, about)
      .filter(({ nothing }) => !nothing)
      .map(
        ({ label, reference, current }) =>
          markup`<tr><th scope="row">${label}</th><td><bdi>${reference}</bdi></td><td><bdi>${current}</bdi></td></tr>`,
      );
    const twice = dataSummary.current.duplicatedRows > 0;
    const sql = twice
      ? markup`<details class="sql"><summary>SQL of the rows that are there twice</summary><pre><code>${sources.shorten(dataSummary.current.duplicatedRowsSql)}</code></pre></details>`
      : null;
    return markup`<p>${describeDataSummary(dataSummary)}</p>
<div class="scroll"><table class="small"><thead><tr><th scope="col"></th><th scope="col" class="reference">reference</th><th scope="col" class="current">current</th></tr></thead><tbody>${rows}</tbody></table></div>${sql}`;
  },
};
