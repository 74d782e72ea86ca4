import { describeRanking, rankingGroupsText, rankingLines } from '#shared/text/describeRanking.ts';
import { columnsFor, gap, line, type PlainSection } from '../plainSection.ts';

/** The metrics of rankings, a row for each metric and k. */
export const plainRanking: PlainSection = {
  id: 'ranking',
  tell: ({ report: { ranking }, about }) => {
    if (ranking === null) return null;
    const rows = rankingLines(ranking).map(({ label, reference, current, change, is }) => [
      label,
      about + reference,
      about + current,
      change,
      is === 'better' || is === 'worse' ? is : '',
    ]);
    const columns = columnsFor(['metric', 'reference', 'current', 'change', ''], { most: 44 });
    return {
      note: { text: rankingGroupsText(ranking), shade: 'quiet' },
      blocks: [line(describeRanking(ranking)), gap, { kind: 'table', columns, rows, rowsAre: 'metrics' }],
    };
  },
};
