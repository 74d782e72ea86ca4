import type { MissingPattern } from '#shared/domain/missingPatterns.ts';
import { describeMissingPatterns, listNames } from '#shared/text/describeQuality.ts';
import { formatCount, formatShare } from '#shared/text/formatNumber.ts';
import { alignedTable, columnsFor } from '../alignedTable.ts';
import { withoutControls } from '../displayWidth.ts';
import type { TerminalSection } from '../terminalSection.ts';

const shownPatterns = 10;

export const terminalMissingPatterns: TerminalSection = {
  id: 'missing-patterns',
  lines: ({ report: { missingPatterns }, about, paint }) => {
    if (missingPatterns === null) return [];
    const { patterns, numberOfPatterns } = missingPatterns;
    const cell = ({ rows, share }: MissingPattern['reference']): string =>
      rows === 0 ? '0' : `${about}${formatCount(rows)}${share === null ? '' : ` (${formatShare(share)})`}`;
    const rows = patterns
      .slice(0, shownPatterns)
      .map((each) => [each.columns.length === 0 ? '(nothing)' : listNames(each.columns), cell(each.reference), cell(each.current)]);
    const all = Math.max(numberOfPatterns.reference, numberOfPatterns.current);
    return [
      `${paint('Missing together', 'strong')}  ${paint(`${formatCount(all)} ${all === 1 ? 'pattern' : 'patterns'}`, 'quiet')}`,
      withoutControls(describeMissingPatterns(missingPatterns)),
      ...(rows.length === 0
        ? []
        : ['', ...alignedTable(columnsFor(['rows that lack', 'reference', 'current'], { most: 60 }), rows, paint)]),
    ];
  },
};
