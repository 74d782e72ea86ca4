import type { SegmentSearch, WeakSegment, WeakSegmentsSection } from '#shared/domain/weakSegments.ts';
import { segmentCondition } from '#shared/text/segmentCondition.ts';
import { shellQuote } from '#shared/text/shellQuote.ts';
import { describeSearch, measureTitles, segmentLine } from '#shared/text/describeWeakSegments.ts';
import { alignedTable, type AlignedColumn } from '../alignedTable.ts';
import { withoutControls } from '../displayWidth.ts';
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

/** Words to add to the command for a report of the rows of a segment alone. */
function againLines(segments: readonly WeakSegment[], within: string | null, paint: Paint): string[] {
  const words = segments.map(({ where }) => withoutControls(`  --where ${shellQuote(segmentCondition(within, where))}`));
  return [
    '',
    paint(segments.length === 1 ? 'These rows alone, on both sides:' : 'The rows of one of them alone, on both sides:', 'quiet'),
    ...words,
  ];
}

interface Shown {
  readonly section: WeakSegmentsSection;
  /** The condition of the report. */
  readonly within: string | null;
}

function searchLines(search: SegmentSearch, { section, within }: Shown, paint: Paint): string[] {
  const shown = search.segments.slice(0, shownSegments);
  const rows = shown.map((segment) => {
    const { where, rows: count, value, reference, pValue, mostDrifted } = segmentLine(search, segment);
    return [count, value, search.measure === 'drift' ? mostDrifted : reference, pValue, where];
  });
  const colour = (text: string, _: number, column: number): string => (column === 1 ? paint(text, 'attention') : text);
  return [
    paint(measureTitles[search.measure], 'strong'),
    describeSearch(search, section.minimumShare),
    ...(rows.length === 0 ? [] : ['', ...alignedTable(columnsOf(search), rows, paint, colour), ...againLines(shown, within, paint)]),
  ];
}

/** Where the data or the model is worst, the worst first. */
export const terminalWeakSegments: TerminalSection = {
  id: 'weak-segments',
  lines: ({ report: { weakSegments, settings }, paint }) =>
    weakSegments === null
      ? []
      : weakSegments.searches.flatMap((search, at) => [
          ...(at === 0 ? [] : ['']),
          ...searchLines(search, { section: weakSegments, within: settings.where }, paint),
        ]),
};
