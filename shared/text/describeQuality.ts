import type { ConflictingTargetsSection } from '../domain/conflictingTargets.ts';
import type { DataSummarySection } from '../domain/dataSummary.ts';
import type { MissingPatternsSection } from '../domain/missingPatterns.ts';
import type { OutliersSection } from '../domain/outliers.ts';
import { formatCount, formatNumber, formatShare } from './formatNumber.ts';

const rowsAre = (count: number): string => (count === 1 ? '1 current row' : `${formatCount(count)} current rows`);
const shareOf = (share: number | null | undefined): string => (share === null || share === undefined ? 'no rows' : formatShare(share));

/** Names in a sentence: the first ones, and how many more there are. */
export function listNames(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most).map((name) => (name === '' ? '(no name)' : name));
  if (names.length > most) return `${shown.join(', ')} and ${formatCount(names.length - most)} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** What is there twice, what is missing and what says nothing, in two sentences. */
export function describeDataSummary({ reference, current }: DataSummarySection): string {
  if (current.rows === 0) return 'The current data has no row.';
  const repeats =
    current.duplicatedRows === 0
      ? 'No current row is there twice'
      : `${rowsAre(current.duplicatedRows)} (${shareOf(current.duplicatedRowsShare)}) ${current.duplicatedRows === 1 ? 'repeats' : 'repeat'} an earlier one`;
  const gaps =
    current.rowsWithMissing === 0
      ? 'none has a missing value'
      : `${shareOf(current.rowsWithMissingShare)} have a missing value (reference ${shareOf(reference.rowsWithMissingShare)})`;
  const idle = [
    ...(current.emptyColumns.length > 0 ? [`nothing in ${listNames(current.emptyColumns)}`] : []),
    ...(current.constantColumns.length > 0 ? [`one value in ${listNames(current.constantColumns)}`] : []),
    ...(current.duplicatedColumns.length > 0
      ? [
          `the same in ${current.duplicatedColumns
            .slice(0, 2)
            .map((twins) => listNames(twins))
            .join(', and in ')}`,
        ]
      : []),
  ];
  return `${repeats}, and ${gaps}.${idle.length === 0 ? '' : ` There is ${idle.join(', ')}.`}`;
}

/** Which columns are most often missing together. */
export function describeMissingPatterns({ columns, patterns }: MissingPatternsSection): string {
  if (columns.length === 0) return 'No value is missing on either side.';
  const together = patterns.filter((pattern) => pattern.columns.length > 1);
  const most = together.toSorted((a, b) => (b.current.share ?? 0) - (a.current.share ?? 0))[0];
  if (most === undefined) return 'No two columns are missing together in the rows of the most frequent patterns.';
  const shares = `${shareOf(most.current.share)} of the current rows (reference ${shareOf(most.reference.share)})`;
  return `Most often missing together: ${listNames(most.columns, 5)}, in ${shares}.`;
}

/** Where the outliers are, by the rule of the quartiles. */
export function describeOutliers({ columns, iqrFactor }: OutliersSection): string {
  const known = columns.flatMap(({ column, iqr }) => (iqr?.current.share ? [{ column, iqr }] : []));
  const rule = `beyond the quartiles of the reference by ${formatNumber(iqrFactor)} times their distance`;
  const most = known.toSorted((a, b) => (b.iqr.current.share ?? 0) - (a.iqr.current.share ?? 0))[0];
  if (most === undefined) return `No current value lies ${rule}.`;
  const { reference, current } = most.iqr;
  return `${known.length === 1 ? 'One column has' : `${formatCount(known.length)} columns have`} current values ${rule}; most are in ${most.column}, ${shareOf(current.share)} of its values (reference ${shareOf(reference.share)}).`;
}

/** How many rows contradict one another. */
export function describeConflicts({ target, reference, current }: ConflictingTargetsSection): string {
  const side = current ?? reference;
  const name = current === null ? 'reference' : 'current';
  if (side === null || side.conflictingRows === 0) return `No two ${name} rows have the same features and different values of ${target}.`;
  const before = current === null || reference === null ? '' : `; reference ${shareOf(reference.share)}`;
  return `${formatCount(side.conflictingRows)} of ${formatCount(side.rows)} ${name} rows (${shareOf(side.share)}${before}) have the same features as a row with another ${target}: no model gets all of them right.`;
}
