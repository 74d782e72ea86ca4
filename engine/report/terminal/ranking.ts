import { describeRanking, rankingGroupsText, rankingLines } from '#shared/text/describeRanking.ts';
import { alignedTable, columnsFor } from '../alignedTable.ts';
import { withoutControls } from '../displayWidth.ts';
import type { TerminalSection } from '../terminalSection.ts';

/** The metrics of rankings, a line for each metric and k. */
export const terminalRanking: TerminalSection = {
  id: 'ranking',
  lines: ({ report: { ranking }, about, paint }) => {
    if (ranking === null) return [];
    const rows = rankingLines(ranking).map(({ label, reference, current, change, is }) => [
      label,
      about + reference,
      about + current,
      change,
      is === 'better' || is === 'worse' ? is : '',
    ]);
    return [
      `${paint('Ranking', 'strong')}  ${paint(rankingGroupsText(ranking), 'quiet')}`,
      withoutControls(describeRanking(ranking)),
      '',
      ...alignedTable(columnsFor(['metric', 'reference', 'current', 'change', ''], { most: 44 }), rows, paint),
    ];
  },
};
