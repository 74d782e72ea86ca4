import type { SegmentSearch, WeakSegmentsSection } from '#shared/domain/weakSegments.ts';
import { describeSearch, measureTitles, segmentLine } from '#shared/text/describeWeakSegments.ts';
import { markup, type Markup } from '../markup.ts';
import type { ReportSection } from '../section.ts';

function table(search: SegmentSearch): Markup {
  const isDrift = search.measure === 'drift';
  const rows = search.segments.map((segment) => {
    const { where, rows: count, value, interval, reference, pValue, mostDrifted } = segmentLine(search, segment);
    const beside = isDrift
      ? markup`<td><bdi>${mostDrifted}</bdi></td>`
      : markup`<td class="number quiet">${interval}</td><td class="number">${reference}</td>`;
    return markup`<tr><td class="where"><code>${where}</code></td><td class="number">${count}</td><td class="number attention">${value}</td>${beside}<td class="number quiet">${pValue}</td></tr>`;
  });
  const heads = isDrift
    ? markup`<th scope="col">most of all in</th>`
    : markup`<th scope="col" class="number">95 % interval</th><th scope="col" class="number reference">reference</th>`;
  return markup`<div class="scroll"><table class="weak"><thead><tr><th scope="col">rows where</th><th scope="col" class="number">rows</th><th scope="col" class="number current">current</th>${heads}<th scope="col" class="number">p, adjusted</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

const search = (found: SegmentSearch, { minimumShare }: WeakSegmentsSection): Markup =>
  markup`<h3>${measureTitles[found.measure]}</h3><p class="quiet">${describeSearch(found, minimumShare)}</p>${found.segments.length === 0 ? null : table(found)}`;

const style =
  '.weak td{white-space:nowrap}.weak .where{min-width:260px;padding-block:5px;line-height:1.35;white-space:normal}.weak code{overflow-wrap:anywhere}';

/** Where the data or the model is worst, as conditions to copy. */
export const weakSegmentsSection: ReportSection = {
  id: 'weak-segments',
  title: 'Weak segments',
  section: 'weak-segments',
  style,
  render: ({ report: { weakSegments: section } }) => {
    if (section === null) return null;
    if (section.searches.length === 0) return markup`<p>There is no feature with values on both sides to make segments of.</p>`;
    return markup`<p class="quiet">Each condition can be given to --where. Chance alone would name a segment in fewer than one search of twenty.</p>${section.searches.map((found) => search(found, section))}`;
  },
};
