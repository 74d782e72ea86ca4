import type { PerformanceSection } from '#shared/domain/performance.ts';
import { describePerformance, normalText, topText, usedRowsText } from '#shared/text/describePerformance.ts';
import { metricLines } from '#shared/text/metricNames.ts';
import { columnsFor, gap, line, type PlainSection, type PlainTable } from '../plainSection.ts';

function metricTable(section: PerformanceSection, about: string): PlainTable {
  const rows = metricLines(section).map(({ label, reference, current, change, is, baseline }) => [
    label,
    about + reference,
    about + current,
    change,
    is === 'better' || is === 'worse' ? is : '',
    baseline,
  ]);
  return {
    kind: 'table',
    columns: columnsFor(['metric', 'reference', 'current', 'change', '', 'baseline'], { left: [4] }),
    rows,
    rowsAre: 'metrics',
    shade: (row, column) => (column === 4 && rows[row]?.[4] === 'worse' ? 'attention' : null),
  };
}

/** The performance of the model, a row for each metric. */
export const plainPerformance: PlainSection = {
  id: 'performance',
  tell: ({ report: { performance: section }, about }) => {
    if (section === null) return null;
    const closing = section.task === 'regression' ? normalText(section) : topText(section);
    return {
      note: { text: usedRowsText(section), shade: 'quiet' },
      blocks: [line(describePerformance(section)), gap, metricTable(section, about), ...(closing === '' ? [] : [gap, line(closing)])],
    };
  },
};
