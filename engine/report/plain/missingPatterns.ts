import type { MissingPattern } from '#shared/domain/missingPatterns.ts';
import { describeMissingPatterns, listNames } from '#shared/text/describeQuality.ts';
import { formatCount, formatShare } from '#shared/text/formatNumber.ts';
import { columnsFor, line, tableIfAny, type PlainSection } from '../plainSection.ts';

export const plainMissingPatterns: PlainSection = {
  id: 'missing-patterns',
  tell: ({ report: { missingPatterns }, about }) => {
    if (missingPatterns === null) return null;
    const { patterns, numberOfPatterns } = missingPatterns;
    const cell = ({ rows, share }: MissingPattern['reference']): string =>
      rows === 0 ? '0' : `${about}${formatCount(rows)}${share === null ? '' : ` (${formatShare(share)})`}`;
    const rows = patterns.map(({ columns, reference, current }) => [
      columns.length === 0 ? '(nothing)' : listNames(columns),
      cell(reference),
      cell(current),
    ]);
    const all = Math.max(numberOfPatterns.reference, numberOfPatterns.current);
    const columns = columnsFor(['rows that lack', 'reference', 'current']);
    return {
      note: { text: `${formatCount(all)} ${all === 1 ? 'pattern' : 'patterns'}`, shade: 'quiet' },
      blocks: [
        line(describeMissingPatterns(missingPatterns)),
        ...tableIfAny({ columns, rows, rowsAre: 'patterns', inTerminal: { rows: 10 } }),
      ],
    };
  },
};
