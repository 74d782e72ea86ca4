import { describeOutliers } from '#shared/text/describeQuality.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { outlierLines } from '#shared/text/outlierLines.ts';
import { alignedTable, columnsFor } from '../alignedTable.ts';
import { withoutControls } from '../displayWidth.ts';
import type { TerminalSection } from '../terminalSection.ts';

const shownColumns = 12;

export const terminalOutliers: TerminalSection = {
  id: 'outliers',
  lines: ({ report: { outliers }, about, paint }) => {
    if (outliers === null) return [];
    const lines = outlierLines(outliers, about);
    const rows = lines
      .slice(0, shownColumns)
      .map((line) => [line.column, line.fences, line.iqr.reference, line.iqr.current, line.zScore.current]);
    const rest = lines.length - rows.length;
    return [
      paint('Outliers', 'strong'),
      withoutControls(describeOutliers(outliers)),
      '',
      ...alignedTable(columnsFor(['column', 'fences', 'reference', 'current', 'z-score, current'], { most: 44 }), rows, paint),
      ...(rest > 0 ? [paint(`and ${formatCount(rest)} more columns`, 'quiet')] : []),
    ];
  },
};
