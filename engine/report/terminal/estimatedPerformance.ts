import type { EstimatedPerformance } from '#shared/domain/estimatedPerformance.ts';
import { describeEstimate, estimateAssumptions, estimateLines, estimateRowsText } from '#shared/text/describeEstimate.ts';
import { alignedTable, columnsFor } from '../alignedTable.ts';
import { withoutControls } from '../displayWidth.ts';
import type { Paint, TerminalSection } from '../terminalSection.ts';

function estimateTable(section: EstimatedPerformance, about: string, paint: Paint): string[] {
  const withLabels = section.rows.current.labelled > 0;
  const lines = estimateLines(section);
  const rows = lines.map(({ label, reference, estimated, band, realised, usual, verdict }) => [
    label,
    about + reference,
    about + estimated,
    band,
    ...(withLabels ? [about + realised] : []),
    usual,
    verdict,
  ]);
  const head = ['metric', 'reference', 'estimated now', 'band', ...(withLabels ? ['realised now'] : []), 'usual', ''];
  const last = head.length - 1;
  const colour = (text: string, row: number, column: number): string =>
    column === last && lines[row]?.is === 'worse' ? paint(text, 'attention') : text;
  return [
    `${paint('Estimated performance', 'strong')}  ${paint(withoutControls(estimateRowsText(section)), 'quiet')}`,
    withoutControls(describeEstimate(section)),
    '',
    ...alignedTable(columnsFor(head, { left: [last] }), rows, paint, colour),
    ...estimateAssumptions(section).map((sentence) => paint(`· ${sentence}`, 'quiet')),
  ];
}

/** How well the model probably does on current, a line for each metric. */
export const terminalEstimatedPerformance: TerminalSection = {
  id: 'estimated-performance',
  lines: ({ report: { estimatedPerformance }, about, paint }) =>
    estimatedPerformance === null ? [] : estimateTable(estimatedPerformance, about, paint),
};
