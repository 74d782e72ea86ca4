import type { CorrelationsSection } from '#shared/domain/correlations.ts';
import { changedLines, describeChanges, type CorrelationLine } from '#shared/text/describeCorrelations.ts';
import { alignedTable, type AlignedColumn } from '../alignedTable.ts';
import { withoutControls } from '../displayWidth.ts';
import type { Paint, TerminalSection } from '../terminalSection.ts';

const shownPairs = 10;

const columns: readonly AlignedColumn[] = [
  { head: 'column', align: 'left', most: 24 },
  { head: 'and', align: 'left', most: 24 },
  { head: 'coefficient', align: 'left' },
  { head: 'reference', align: 'right' },
  { head: 'current', align: 'right' },
  { head: 'change', align: 'right' },
];

const cellsOf = ({ a, b, coefficient, reference, current, change }: CorrelationLine, about: string): string[] => [
  a,
  b,
  coefficient,
  about + reference,
  about + current,
  change,
];

function lines(section: CorrelationsSection, about: string, paint: Paint): string[] {
  const shown = changedLines(section, shownPairs);
  const table = alignedTable(
    columns,
    shown.map((line) => cellsOf(line, about)),
    paint,
    (text, row, column) => (column === 5 && shown[row]?.clear === true ? paint(text, 'attention') : text),
  );
  return [paint('Correlations', 'strong'), withoutControls(describeChanges(section)), ...(shown.length === 0 ? [] : ['', ...table])];
}

/** The pairs of columns that changed most. */
export const terminalCorrelations: TerminalSection = {
  id: 'correlations',
  lines: ({ report: { correlations }, about, paint }) => (correlations === null ? [] : lines(correlations, about, paint)),
};
