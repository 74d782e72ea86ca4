import type { SensitiveColumn } from '#shared/domain/fairness.ts';
import { rateIds } from '#shared/domain/fairnessRates.ts';
import {
  comparedGroups,
  conventionsOf,
  conventionTitle,
  describeFairness,
  describeGroups,
  disparityLines,
  groupName,
  rateText,
} from '#shared/text/describeFairness.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { rateNames } from '#shared/text/rateNames.ts';
import { alignedTable, columnsFor } from '../alignedTable.ts';
import { withoutControls } from '../displayWidth.ts';
import type { Paint, TerminalSection } from '../terminalSection.ts';

/** Reference and current of one cell in one; the same words are not said twice. */
const both = (reference: string, current: string): string => `${reference} → ${current}`;

function groupLines({ groups }: SensitiveColumn, paint: Paint): string[] {
  const rates = rateIds.filter((rate) => rate !== 'falseOmissionRate' && rate !== 'accuracy');
  const rows = groups.map((group) => [
    groupName(group.group) + (group.privileged ? ' *' : '') + (group.small ? ' (few rows)' : ''),
    both(formatCount(group.reference?.rows ?? 0), formatCount(group.current?.rows ?? 0)),
    ...rates.map((rate) => both(rateText(group, 'reference', rate).text, rateText(group, 'current', rate).text)),
  ]);
  return alignedTable(columnsFor(['group', 'rows', ...rates.map((rate) => rateNames[rate].short)], { most: 44 }), rows, paint);
}

function columnLines(column: SensitiveColumn, about: string, paint: Paint): string[] {
  const disparities = conventionsOf(column).flatMap((convention) => {
    const rows = disparityLines(column, convention).map(({ label, reference, current, around, change, is, below }) => [
      label,
      about + reference,
      about + current,
      around.current,
      change,
      below ? '< 4/5' : is === 'better' || is === 'worse' ? is : '',
    ]);
    return [
      '',
      withoutControls(conventionTitle(column, convention)),
      ...alignedTable(columnsFor(['disparity', 'reference', 'current', '95 %', 'change', ''], { most: 44 }), rows, paint),
    ];
  });
  return ['', withoutControls(describeGroups(column)), ...groupLines(column, paint), ...disparities];
}

/** Rates and disparities of the groups of each sensitive column. */
export const terminalFairness: TerminalSection = {
  id: 'fairness',
  lines: ({ report: { fairness }, about, paint }) => {
    if (fairness === null) return [];
    const head = [paint('Fairness', 'strong'), withoutControls(describeFairness(fairness))];
    return [...head, ...comparedGroups(fairness).flatMap((column) => columnLines(column, about, paint))];
  },
};
