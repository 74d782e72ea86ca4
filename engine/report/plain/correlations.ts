import { changedLines, describeChanges } from '#shared/text/describeCorrelations.ts';
import { line, tableIfAny, type PlainColumn, type PlainSection } from '../plainSection.ts';

const columns: readonly PlainColumn[] = [
  { head: 'column', align: 'left', most: 24 },
  { head: 'and', align: 'left', most: 24 },
  { head: 'coefficient', align: 'left' },
  { head: 'reference', align: 'right' },
  { head: 'current', align: 'right' },
  { head: 'change', align: 'right' },
];

/** The pairs of columns that changed, most first. */
export const plainCorrelations: PlainSection = {
  id: 'correlations',
  tell: ({ report: { correlations }, about }) => {
    if (correlations === null) return null;
    const changed = changedLines(correlations, Number.POSITIVE_INFINITY);
    const rows = changed.map(({ a, b, coefficient, reference, current, change }) => [
      a,
      b,
      coefficient,
      about + reference,
      about + current,
      change,
    ]);
    const table = tableIfAny({
      columns,
      rows,
      rowsAre: 'pairs',
      shade: (row, column) => (column === 5 && changed[row]?.clear === true ? 'attention' : null),
      inTerminal: { rows: 10 },
    });
    return { blocks: [line(describeChanges(correlations)), ...table] };
  },
};
