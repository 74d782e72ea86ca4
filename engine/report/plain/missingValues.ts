import {
  columnsWithGaps,
  columnsWithoutGapsText,
  countedAsMissing,
  missingKindsText,
  missingShareText,
  missingTotal,
} from '#shared/text/missingLines.ts';
import { line, tableIfAny, type PlainColumn, type PlainSection } from '../plainSection.ts';

const columns: readonly PlainColumn[] = [
  { head: 'column', align: 'left' },
  { head: 'reference', align: 'right' },
  { head: 'of these', align: 'left' },
  { head: 'current', align: 'right' },
  { head: 'of these', align: 'left' },
];

/** How much is missing: over all cells, then by column, most first. The terminal has the shares in its table of columns. */
export const plainMissingValues: PlainSection = {
  id: 'missing-values',
  terminal: 'never',
  tell: ({ report: { missingValues }, about }) => {
    const gaps = columnsWithGaps(missingValues);
    const without = columnsWithoutGapsText(missingValues.columns.length - gaps.length);
    const rows = gaps.map(({ column, reference, current }) => [
      column,
      about + missingShareText(reference),
      missingKindsText(reference),
      about + missingShareText(current),
      missingKindsText(current),
    ]);
    return {
      blocks: [
        line(`reference: ${about}${missingTotal(missingValues.reference)}`),
        line(`current: ${about}${missingTotal(missingValues.current)}`),
        line(`counted as missing: ${countedAsMissing(missingValues)}`),
        ...tableIfAny({ columns, rows, rowsAre: 'columns' }),
        ...(without === '' ? [] : [line(without, 'quiet')]),
      ],
    };
  },
};
