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
import { columnsFor, gap, line, type PlainBlock, type PlainSection, type PlainTable } from '../plainSection.ts';

/** Reference and current of one cell in one; the same words are not said twice. */
const both = (reference: string, current: string): string => `${reference} → ${current}`;

function groupTable({ groups }: SensitiveColumn): PlainTable {
  const rates = rateIds.filter((rate) => rate !== 'falseOmissionRate' && rate !== 'accuracy');
  const rows = groups.map((group) => [
    groupName(group.group) + (group.privileged ? ' *' : '') + (group.small ? ' (few rows)' : ''),
    both(formatCount(group.reference?.rows ?? 0), formatCount(group.current?.rows ?? 0)),
    ...rates.map((rate) => both(rateText(group, 'reference', rate).text, rateText(group, 'current', rate).text)),
  ]);
  const columns = columnsFor(['group', 'rows', ...rates.map((rate) => rateNames[rate].short)], { most: 44 });
  return { kind: 'table', columns, rows, rowsAre: 'groups' };
}

function columnBlocks(column: SensitiveColumn, about: string): PlainBlock[] {
  const disparities = conventionsOf(column).flatMap((convention): PlainBlock[] => {
    const rows = disparityLines(column, convention).map(({ label, reference, current, around, change, is, below }) => [
      label,
      about + reference,
      about + current,
      around.current,
      change,
      below ? '< 4/5' : is === 'better' || is === 'worse' ? is : '',
    ]);
    const columns = columnsFor(['disparity', 'reference', 'current', '95 %', 'change', ''], { most: 44 });
    return [gap, line(conventionTitle(column, convention)), { kind: 'table', columns, rows, rowsAre: 'disparities' }];
  });
  return [gap, line(describeGroups(column)), groupTable(column), ...disparities];
}

/** Rates and disparities of the groups of each sensitive column. */
export const plainFairness: PlainSection = {
  id: 'fairness',
  tell: ({ report: { fairness }, about }) =>
    fairness === null
      ? null
      : { blocks: [line(describeFairness(fairness)), ...comparedGroups(fairness).flatMap((column) => columnBlocks(column, about))] },
};
