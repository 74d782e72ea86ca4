import { describeOutliers } from '#shared/text/describeQuality.ts';
import { outlierLines } from '#shared/text/outlierLines.ts';
import { columnsFor, gap, line, type PlainSection } from '../plainSection.ts';

export const plainOutliers: PlainSection = {
  id: 'outliers',
  tell: ({ report: { outliers }, about }) => {
    if (outliers === null) return null;
    const rows = outlierLines(outliers, about).map(({ column, fences, iqr, zScore }) => [
      column,
      fences,
      iqr.reference,
      iqr.current,
      zScore.current,
    ]);
    const columns = columnsFor(['column', 'fences', 'reference', 'current', 'z-score, current'], { most: 44 });
    const inTerminal = { rows: 12, more: (rest: string): string => `and ${rest} more columns` };
    return { blocks: [line(describeOutliers(outliers)), gap, { kind: 'table', columns, rows, rowsAre: 'columns', inTerminal }] };
  },
};
