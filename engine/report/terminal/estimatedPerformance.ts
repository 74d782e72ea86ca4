import type { EstimatedPerformance } from '#shared/domain/estimatedPerformance.ts';
import { describeEstimate, estimateAssumptions, estimateLines, estimateRowsText } from '#shared/text/describeEstimate.ts';
import { estimatedClassLines } from '#shared/text/estimatedClassLines.ts';
import { alignedTable, columnsFor } from '../alignedTable.ts';
import { withoutControls } from '../displayWidth.ts';
import type { Paint, TerminalSection } from '../terminalSection.ts';

/** Each of several classes; nothing for two. */
function classTable(section: EstimatedPerformance, about: string, paint: Paint): string[] {
  const lines = section.task === 'classification' ? estimatedClassLines(section) : [];
  if (lines.length === 0) return [];
  const withLabels = section.rows.current.labelled > 0;
  const rows = lines.map(({ className, first, label, reference, estimated, band, realised, usual, verdict }) => [
    first ? withoutControls(className) : '',
    label,
    about + reference,
    about + estimated,
    band,
    ...(withLabels ? [about + realised] : []),
    usual,
    verdict,
  ]);
  const head = ['class', 'metric', 'reference', 'estimated now', 'band', ...(withLabels ? ['realised now'] : []), 'usual', ''];
  const last = head.length - 1;
  const colour = (text: string, row: number, column: number): string =>
    column === last && lines[row]?.is === 'worse' ? paint(text, 'attention') : text;
  return ['', ...alignedTable(columnsFor(head, { left: [1, last] }), rows, paint, colour), ''];
}

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
    ...classTable(section, about, paint),
    ...estimateAssumptions(section).map((sentence) => paint(`· ${sentence}`, 'quiet')),
  ];
}

/** How well the model probably does on current, a line for each metric. */
export const terminalEstimatedPerformance: TerminalSection = {
  id: 'estimated-performance',
  lines: ({ report: { estimatedPerformance }, about, paint }) =>
    estimatedPerformance === null ? [] : estimateTable(estimatedPerformance, about, paint),
};
