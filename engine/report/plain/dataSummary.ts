import { describeDataSummary } from '#shared/text/describeQuality.ts';
import { summaryLines } from '#shared/text/summaryLines.ts';
import { columnsFor, gap, line, type PlainSection } from '../plainSection.ts';

/** What the head of the report says already. */
const saidAbove = new Set(['rows']);

export const plainDataSummary: PlainSection = {
  id: 'data-summary',
  tell: ({ report: { dataSummary }, about }) => {
    if (dataSummary === null) return null;
    const lines = summaryLines(dataSummary, about).filter(({ id, nothing }) => !nothing && !saidAbove.has(id));
    const rows = lines.map(({ label, reference, current }) => [label, reference, current]);
    const columns = columnsFor(['', 'reference', 'current'], { most: 44 });
    return { blocks: [line(describeDataSummary(dataSummary)), gap, { kind: 'table', columns, rows, rowsAre: 'lines' }] };
  },
};
