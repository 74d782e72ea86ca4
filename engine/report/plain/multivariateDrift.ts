import { describeMultivariate, isMultivariateDrift } from '#shared/text/describeMultivariate.ts';
import { toneIcons } from '#shared/text/verdict.ts';
import type { MultivariateDrift } from '#shared/domain/multivariateDrift.ts';
import { multivariateHeads, multivariateRows } from '#shared/text/multivariateRows.ts';
import { columnsFor, gap, line, type PlainSection, type PlainTable } from '../plainSection.ts';

const nameAtMost = 32;

function columnsTable(found: MultivariateDrift): PlainTable {
  const [name, ...numbers] = columnsFor(['column', ...multivariateHeads.map(({ label }) => label)]);
  return {
    kind: 'table',
    columns: [{ ...name!, most: nameAtMost }, ...numbers],
    rows: multivariateRows(found).map((row) => [row.column, ...multivariateHeads.map(({ key }) => row[key])]),
    rowsAre: 'columns',
    inTerminal: { rows: 10, more: (rest) => `… and ${rest} more columns` },
  };
}

/** Whether the columns together are as in the reference, and which of them moved. */
export const plainMultivariateDrift: PlainSection = {
  id: 'multivariate-drift',
  tell: ({ report: { multivariateDrift: found } }) => {
    if (found === null) return null;
    const { headline, lines, notes } = describeMultivariate(found);
    const tone = isMultivariateDrift(found) ? 'broken' : 'good';
    return {
      note: { text: `${toneIcons[tone]} ${headline}`, shade: tone },
      blocks: [...lines.map((text) => line(text)), gap, columnsTable(found), ...notes.map((note) => line(note, 'quiet'))],
    };
  },
};
