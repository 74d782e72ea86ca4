import { segmentPlot } from '#shared/charts/segmentPlots.ts';
import type { PerformanceBySegment, Segment } from '#shared/domain/performanceBySegment.ts';
import { describeSegmentation, leadingMetrics, segmentMetrics, segmentNote, segmentText } from '#shared/text/describeSegments.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { metricName } from '#shared/text/metricNames.ts';
import { middleEllipsis } from '#shared/text/middleEllipsis.ts';
import { markup, ownMarkup, type Markup } from '../markup.ts';
import type { ReportSection } from '../section.ts';
import { pageVariables } from '../svg.ts';

/** As many as have room beside a picture. */
const tableMetrics = 2;
const sides = ['reference', 'current'] as const;
const side = (name: 'reference' | 'current'): Markup => markup`<th scope="col" class="number ${name}">${name}</th>`;

function numberCell(segment: Segment, name: 'reference' | 'current', metric: string, about: string, withInterval = true): Markup {
  const { value, interval: found } = segmentText(segment[name], metric);
  const interval = withInterval ? found : '';
  return markup`<td class="number">${about}${value}${interval !== '' && markup`<br><small class="quiet">${interval}</small>`}</td>`;
}

function segmentTable(section: PerformanceBySegment, column: string, segments: readonly Segment[], about: string): Markup {
  const metrics = leadingMetrics(section).slice(0, tableMetrics);
  const rows = segments.map((segment) => {
    const counts = sides.map((name) => markup`<td class="number">${segment[name] === null ? '–' : formatCount(segment[name].rows)}</td>`);
    const numbers = metrics.flatMap((metric, i) => sides.map((name) => numberCell(segment, name, metric, about, i === 0)));
    return markup`<tr><th scope="row"><bdi>${middleEllipsis(segment.label, 32)}</bdi></th>${counts}${numbers}</tr>`;
  });
  const groups = ['rows', ...metrics.map((metric) => metricName(metric).short)];
  const heads = groups.map((title) => markup`<th scope="colgroup" colspan="2" class="number">${title}</th>`);
  return markup`<div class="scroll"><table class="small segments"><thead><tr><th></th>${heads}</tr><tr><th scope="col"><bdi>${middleEllipsis(column, 32)}</bdi></th>${groups.map(() => sides.map(side))}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function overallTable(section: PerformanceBySegment, about: string): Markup {
  const rows = segmentMetrics(section).map(
    (metric) =>
      markup`<tr><th scope="row">${metricName(metric).short}</th>${sides.map((name) => numberCell(section.overall, name, metric, about))}</tr>`,
  );
  return markup`<details class="sql"${section.columns.length === 0 && markup` open`}><summary>Every metric over all rows</summary><div class="scroll"><table class="small"><thead><tr><th scope="col">metric</th>${sides.map(side)}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

/** Where the model does well and where it does not: metrics by the segments of chosen columns. */
export const performanceBySegmentSection: ReportSection = {
  id: 'performance-by-segment',
  title: 'Performance by segment',
  section: 'performance-by-segment',
  render: ({ report: { performanceBySegment: section }, about }) => {
    if (section === null) return null;
    const [metric] = leadingMetrics(section);
    const parts = section.columns.map((each) => {
      const plot = metric === undefined ? '' : segmentPlot(section, { segments: each.segments, metric }, pageVariables);
      return markup`<p>${describeSegmentation(section, each)}</p><div class="pair"><div>${segmentTable(section, each.column, [section.overall, ...each.segments], about)}</div><div>${plot !== '' && markup`<figure>${ownMarkup(plot)}</figure>`}</div></div>`;
    });
    return markup`${parts}${overallTable(section, about)}<p class="quiet">${segmentNote(section)}${section.columns.length > 0 && ' Ring: reference; full dot: current. The other metrics of each segment are in the JSON report.'}</p>`;
  },
};
