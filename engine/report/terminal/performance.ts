import type { PerformanceSection } from '#shared/domain/performance.ts';
import { describePerformance, normalText, topText, usedRowsText } from '#shared/text/describePerformance.ts';
import { metricLines } from '#shared/text/metricNames.ts';
import { displayWidth, withoutControls } from '../displayWidth.ts';
import type { Paint, TerminalSection } from '../terminalSection.ts';

const gap = '  ';

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
  const widths = head.map((title, i) => Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[i] ?? ''))));
  const padded = (text: string, i: number): string => {
    const space = ' '.repeat((widths[i] ?? 0) - displayWidth(text));
    return i === 0 || i === 4 ? text + space : space + text;
  };
  const line = (cells: readonly string[], colour: (text: string, i: number) => string): string =>
    cells
      .map((text, i) => colour(padded(text, i), i))
      .join(gap)
      .trimEnd();
  const closing = section.task === 'regression' ? normalText(section) : topText(section);
  return [
    `${paint('Model performance', 'strong')}  ${paint(usedRowsText(section), 'quiet')}`,
    withoutControls(describePerformance(section)),
    '',
    paint(
      line(head, (text) => text),
      'quiet',
    ),
    ...rows.map((cells) => line(cells, (text, i) => (i === 4 && cells[4] === 'worse' ? paint(text, 'attention') : text))),
    ...(closing === '' ? [] : ['', withoutControls(closing)]),
  ];
}

/** The performance of the model, a line for each metric. */
export const terminalPerformance: TerminalSection = {
  id: 'performance',
  lines: ({ report: { performance }, about, paint }) => (performance === null ? [] : performanceLines(performance, about, paint)),
};
