import type { SegmentSearch, WeakSegmentsSection } from '#shared/domain/weakSegments.ts';
import { describeSearch, measureTitles, segmentLine } from '#shared/text/describeWeakSegments.ts';
import { alignedTable, type AlignedColumn } from '../alignedTable.ts';
import type { Paint, TerminalSection } from '../terminalSection.ts';

const shownSegments = 5;

function columnsOf({ measure }: SegmentSearch): AlignedColumn[] {
  return [
    { head: 'rows', align: 'right' },
    { head: 'current', align: 'right' },
    measure === 'drift' ? { head: 'most in', align: 'left', most: 20 } : { head: 'reference', align: 'right' },
    { head: 'p', align: 'right' },
    { head: 'rows where', align: 'left', most: 400 },
  ];
}

function searchLines(search: SegmentSearch, section: WeakSegmentsSection, paint: Paint): string[] {
  const rows = search.segments.slice(0, shownSegments).map((segment) => {
    const { where, rows: count, value, reference, pValue, mostDrifted } = segmentLine(search, segment);
    return [count, value, search.measure === 'drift' ? mostDrifted : reference, pValue, where];
  });
  const colour = (text: string, _: number, column: number): string => (column === 1 ? paint(text, 'attention') : text);
  return [
    paint(measureTitles[search.measure], 'strong'),
    describeSearch(search, section.minimumShare),
    ...(rows.length === 0 ? [] : ['', ...alignedTable(columnsOf(search), rows, paint, colour)]),
  ];
}

/** Where the data or the model is worst, the worst first. */
export const terminalWeakSegments: TerminalSection = {
  id: 'weak-segments',
  lines: ({ report: { weakSegments }, paint }) =>
    weakSegments === null
      ? []
      : weakSegments.searches.flatMap((search, at) => [...(at === 0 ? [] : ['']), ...searchLines(search, weakSegments, paint)]),
};
