import type { EstimatedPerformance } from '#shared/domain/estimatedPerformance.ts';
import { describeEstimate, estimateAssumptions, estimateLines, estimateRowsText } from '#shared/text/describeEstimate.ts';
import { estimatedClassLines } from '#shared/text/estimatedClassLines.ts';
import { columnsFor, gap, line, type PlainBlock, type PlainSection, type PlainTable } from '../plainSection.ts';

/** Each of several classes; nothing for two. */
function classTable(section: EstimatedPerformance, about: string): PlainBlock[] {
  const lines = section.task === 'classification' ? estimatedClassLines(section) : [];
  if (lines.length === 0) return [];
  const withLabels = section.rows.current.labelled > 0;
  const rows = lines.map(({ className, first, label, reference, estimated, band, realised, usual, verdict }) => [
    first ? className : '',
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
  const shade: PlainTable['shade'] = (row, column) => (column === last && lines[row]?.is === 'worse' ? 'attention' : null);
  return [gap, { kind: 'table', columns: columnsFor(head, { left: [1, last] }), rows, rowsAre: 'metrics', shade }, gap];
}

function estimateTable(section: EstimatedPerformance, about: string): PlainTable {
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
  return {
    kind: 'table',
    columns: columnsFor(head, { left: [last] }),
    rows,
    rowsAre: 'metrics',
    shade: (row, column) => (column === last && lines[row]?.is === 'worse' ? 'attention' : null),
  };
}

/** How well the model probably does on current, a row for each metric. */
export const plainEstimatedPerformance: PlainSection = {
  id: 'estimated-performance',
  tell: ({ report: { estimatedPerformance: section }, about }) =>
    section === null
      ? null
      : {
          note: { text: estimateRowsText(section), shade: 'quiet' },
          blocks: [
            line(describeEstimate(section)),
            gap,
            estimateTable(section, about),
            ...classTable(section, about),
            ...estimateAssumptions(section).map((sentence) => line(`· ${sentence}`, 'quiet')),
          ],
        },
};
