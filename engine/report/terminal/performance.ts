import type { PerformanceSection } from '#shared/domain/performance.ts';
import { describePerformance, normalText, topText, usedRowsText } from '#shared/text/describePerformance.ts';
import { metricLines } from '#shared/text/metricNames.ts';
import { alignedTable, columnsFor } from '../alignedTable.ts';
import { withoutControls } from '../displayWidth.ts';
import type { Paint, TerminalSection } from '../terminalSection.ts';

function performanceLines(section: PerformanceSection, about: string, paint: Paint): string[] {
  const head = ['metric', 'reference', 'current', 'change', '', 'baseline'];
  const rows = metricLines(section).map((line) => [
    line.label,
    about + line.reference,
    about + line.current,
    line.change,
    line.is === 'better' || line.is === 'worse' ? line.is : '',
    line.baseline,
  ]);
  const colour = (text: string, row: number, column: number): string =>
    column === 4 && rows[row]?.[4] === 'worse' ? paint(text, 'attention') : text;
  const closing = section.task === 'regression' ? normalText(section) : topText(section);
  return [
    `${paint('Model performance', 'strong')}  ${paint(usedRowsText(section), 'quiet')}`,
    withoutControls(describePerformance(section)),
    '',
    ...alignedTable(columnsFor(head, { left: [4] }), rows, paint, colour),
    ...(closing === '' ? [] : ['', withoutControls(closing)]),
  ];
}

/** The performance of the model, a line for each metric. */
export const terminalPerformance: TerminalSection = {
  id: 'performance',
  lines: ({ report: { performance }, about, paint }) => (performance === null ? [] : performanceLines(performance, about, paint)),
};
