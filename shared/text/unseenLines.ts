import type { ColumnReport } from '../domain/report.ts';
import { formatCount, formatShare } from './formatNumber.ts';

/** How current keeps to the values of the reference, as lines of a table. */
export interface UnseenLine {
  readonly name: string;
  readonly text: string;
}

function rowsText(rows: number, of: number, about: string): string {
  return rows === 0 ? '0' : `${about}${formatCount(rows)}${of === 0 ? '' : ` (${formatShare(rows / of)})`}`;
}

/** Values of current that the reference does not have, and the other way round; none where the sides were not compared. */
export function unseenLines({ unseen, reference, current }: ColumnReport, about = ''): UnseenLine[] {
  if (unseen === null) return [];
  const [n, m] = [reference?.valid ?? 0, current?.valid ?? 0];
  if (unseen.kind === 'range') {
    return [
      { name: 'below the smallest of the reference', text: rowsText(unseen.below, m, about) },
      { name: 'above the largest of the reference', text: rowsText(unseen.above, m, about) },
    ];
  }
  const values = (count: number, rows: number, of: number): string =>
    count === 0
      ? '0'
      : `${formatCount(count)}, in ${about}${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}${of === 0 ? '' : ` (${formatShare(rows / of)})`}`;
  return [
    { name: 'new categories', text: values(unseen.values, unseen.rows, m) },
    { name: 'vanished categories', text: values(unseen.vanishedValues, unseen.vanishedRows, n) },
  ];
}
