import type { ClassifierDrift, MultivariateDrift, ReconstructionDrift } from '../domain/multivariateDrift.ts';
import { formatCount, formatNumber, formatPValue, formatShare } from './formatNumber.ts';

const mostNamed = 3;

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}

/** Columns that bear a good part of the change, the most important first. */
function namesOf(columns: readonly { column: string; share: number }[]): string {
  const [first] = columns;
  if (first === undefined || first.share <= 0) return '';
  const telling = columns.slice(0, mostNamed).filter(({ share }) => share >= first.share / 3);
  return ` Most of it lies with ${listed(telling.map(({ column }) => column))}.`;
}

/** The errors of both sides beside each other, and where the band ends. */
function describeErrors({ current, mean, lower, upper }: ReconstructionDrift): string {
  const band = `${lower === null ? 'up to' : `${formatNumber(lower)} to`} ${formatNumber(upper)}`;
  const change = mean > 0 ? `, ${formatShare(Math.abs(current.value / mean - 1))} ${current.value < mean ? 'less' : 'more'}` : '';
  return `The error of reconstructing a row is ${formatNumber(current.value)} in current, ${formatNumber(mean)} in the reference${change}; usual is ${band}.`;
}

/** What the reconstruction error says, in words with numbers. */
export function describeReconstruction(found: ReconstructionDrift): string {
  const outside = found.currentPieces.filter((piece) => piece.outside).length;
  const pieces =
    found.currentPieces.length === 0
      ? ''
      : ` ${formatCount(outside)} of ${formatCount(found.currentPieces.length)} pieces of current lie outside.`;
  const rose = found.current.value > found.mean;
  return `${describeErrors(found)}${pieces}${found.drifted && rose ? namesOf(found.columns) : ''}`;
}

/** What the classifier says, in words with numbers. */
export function describeClassifier(found: ClassifierDrift): string {
  const { rocAuc, upper, lower, pValue } = found;
  const how = `Of a current and a reference row, a classifier that sees all columns picks the current one in ${formatShare(rocAuc)} of cases; a coin does in 50.0 %, and ${formatShare(lower)} to ${formatShare(upper)} counts as no drift.`;
  const chance = found.drifted
    ? ''
    : pValue < 0.001
      ? ' That is more than chance, but little.'
      : ` Chance alone gives as much with p ${formatPValue(pValue)}.`;
  const shares = found.columns.map(({ column, gainShare }) => ({ column, share: gainShare }));
  return `${how}${chance}${found.drifted ? namesOf(shares) : ''}`;
}

/** Whether either way of asking found drift. */
export function isMultivariateDrift({ reconstruction, classifier }: MultivariateDrift): boolean {
  return reconstruction?.drifted === true || classifier?.drifted === true;
}

/** The answer in one sentence that needs no numbers. */
export function multivariateHeadline(found: MultivariateDrift): string {
  const { columnsDriftedAlone, columns } = found;
  if (!isMultivariateDrift(found)) {
    return columnsDriftedAlone === 0
      ? 'Taken together, the columns behave as in the reference.'
      : `Single columns drifted (${formatCount(columnsDriftedAlone)} of ${formatCount(columns.length)}), but the columns still go together as in the reference.`;
  }
  if (columnsDriftedAlone === 0) return 'The columns still look alike one by one, but no longer together.';
  return `Taken together, the columns are no longer as in the reference; ${formatCount(columnsDriftedAlone)} of ${formatCount(columns.length)} drifted one by one.`;
}

/** The rows the classifier looked at, where it did not look at all. */
export function classifierSampleText({ rows, of }: ClassifierDrift): string {
  const side = (name: 'reference' | 'current'): string => `${formatCount(rows[name])} of ${formatCount(of[name])} ${name} rows`;
  const all = rows.reference === of.reference && rows.current === of.current;
  return all ? 'The classifier looked at all rows.' : `The classifier looked at a seeded sample: ${side('reference')}, ${side('current')}.`;
}
