import type { SegmentSearch, WeakSegment, WeakSegmentsSection } from '#shared/domain/weakSegments.ts';
import { segmentCondition } from '#shared/text/segmentCondition.ts';
import { shellQuote } from '#shared/text/shellQuote.ts';
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

const shownSegments = 5;

/** Words to add to the command for a report of the rows of a segment alone. */
function againLines(segments: readonly WeakSegment[], within: string | null): PlainBlock[] {
  if (segments.length === 0) return [];
  const said = segments.length === 1 ? 'These rows alone, on both sides:' : 'The rows of one of them alone, on both sides:';
  return [gap, line(said, 'quiet'), ...segments.map(({ where }) => line(`  --where ${shellQuote(segmentCondition(within, where))}`))];
}

interface Shown {
  readonly section: WeakSegmentsSection;
  /** The condition of the report. */
  readonly within: string | null;
}

function searchBlocks(search: SegmentSearch, { section, within }: Shown): PlainBlock[] {
  const rows = search.segments.map((segment) => {
    const { where, rows: count, value, reference, pValue, mostDrifted } = segmentLine(search, segment);
    return [count, value, search.measure === 'drift' ? mostDrifted : reference, pValue, where];
  });
  const table = tableIfAny({
    columns: columnsOf(search),
    rows,
    rowsAre: 'segments',
    shade: (_, column) => (column === 1 ? 'attention' : null),
    inTerminal: { rows: shownSegments },
  });
  return [
    { kind: 'heading', text: measureTitles[search.measure] },
    line(describeSearch(search, section.minimumShare)),
    ...table,
    ...againLines(search.segments.slice(0, shownSegments), within),
  ];
}

/** Where the data or the model is worst, the worst first. */
export const plainWeakSegments: PlainSection = {
  id: 'weak-segments',
  terminal: 'without-title',
  tell: ({ report: { weakSegments, settings } }) =>
    weakSegments === null
      ? null
      : {
          blocks: weakSegments.searches.flatMap((search, at) => [
            ...(at === 0 ? [] : [gap]),
            ...searchBlocks(search, { section: weakSegments, within: settings.where }),
          ]),
        },
};
