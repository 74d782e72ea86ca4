import type { SegmentSearch, WeakSegmentsSection } from '#shared/domain/weakSegments.ts';
import { describeSearch, measureTitles, segmentLine } from '#shared/text/describeWeakSegments.ts';
import { gap, line, tableIfAny, type PlainBlock, type PlainColumn, type PlainSection } from '../plainSection.ts';

function columnsOf({ measure }: SegmentSearch): PlainColumn[] {
  return [
    { head: 'rows', align: 'right' },
    { head: 'current', align: 'right' },
    measure === 'drift' ? { head: 'most in', align: 'left', most: 20 } : { head: 'reference', align: 'right' },
    { head: 'p', align: 'right' },
    { head: 'rows where', align: 'left', most: 400 },
  ];
}

function searchBlocks(search: SegmentSearch, section: WeakSegmentsSection): PlainBlock[] {
  const rows = search.segments.map((segment) => {
    const { where, rows: count, value, reference, pValue, mostDrifted } = segmentLine(search, segment);
    return [count, value, search.measure === 'drift' ? mostDrifted : reference, pValue, where];
  });
  const table = tableIfAny({
    columns: columnsOf(search),
    rows,
    rowsAre: 'segments',
    shade: (_, column) => (column === 1 ? 'attention' : null),
    inTerminal: { rows: 5 },
  });
  return [{ kind: 'heading', text: measureTitles[search.measure] }, line(describeSearch(search, section.minimumShare)), ...table];
}

/** Where the data or the model is worst, the worst first. */
export const plainWeakSegments: PlainSection = {
  id: 'weak-segments',
  terminal: 'without-title',
  tell: ({ report: { weakSegments } }) =>
    weakSegments === null
      ? null
      : { blocks: weakSegments.searches.flatMap((search, at) => [...(at === 0 ? [] : [gap]), ...searchBlocks(search, weakSegments)]) },
};
