import { describeDataSummary } from '#shared/text/describeQuality.ts';
import { summaryLines } from '#shared/text/summaryLines.ts';
import { alignedTable, columnsFor } from '../alignedTable.ts';
import { withoutControls } from '../displayWidth.ts';
import type { TerminalSection } from '../terminalSection.ts';

/** What the head of the table says already. */
const saidAbove = new Set(['rows']);

export const terminalDataSummary: TerminalSection = {
  id: 'data-summary',
  lines: ({ report: { dataSummary }, about, paint }) => {
    if (dataSummary === null) return [];
    const rows = summaryLines(dataSummary, about).filter(({ id, nothing }) => !nothing && !saidAbove.has(id));
    return [
      paint('Data summary', 'strong'),
      withoutControls(describeDataSummary(dataSummary)),
      '',
      ...alignedTable(
        columnsFor(['', 'reference', 'current'], { most: 44 }),
        rows.map((row) => [row.label, row.reference, row.current]),
        paint,
      ),
    ];
  },
};
