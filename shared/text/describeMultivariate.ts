import type { ClassifierDrift, MultivariateDrift, ReconstructionDrift } from '../domain/multivariateDrift.ts';
import { formatCount, formatNumber, formatPValue, formatShare } from './formatNumber.ts';

const mostNamed = 3;

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}

/** Columns that bear a good part of the change, the most important first. */
function namesOf(columns: readonly { column: string; share: number }[], before: string): string {
  const [first] = columns;
  if (first === undefined || first.share <= 0) return '';
  const telling = columns.slice(0, mostNamed).filter(({ share }) => share >= first.share / 3);
  return ` ${before} ${listed(telling.map(({ column }) => column))}.`;
}

function comparedWith(value: number, mean: number): string {
  if (!(mean > 0)) return '';
  if (value >= 2 * mean) return `, ${formatNumber(value / mean, 2)} times that`;
  return `, ${formatShare(Math.abs(value / mean - 1))} ${value < mean ? 'less' : 'more'}`;
}

/** The errors of both sides beside each other, and where the band ends. */
function describeErrors({ current, mean, lower, upper }: ReconstructionDrift): string {
  const band = `${lower === 0 ? 'up to' : `${formatNumber(lower)} to`} ${formatNumber(upper)}`;
  const change = comparedWith(current.value, mean);
  return `The error of reconstructing a row is ${formatNumber(mean)} in the reference, and ${formatNumber(current.value)} in current${change}; usual is ${band}.`;
}

/** What the reconstruction error says, in words with numbers. */
export function describeReconstruction(found: ReconstructionDrift): string {
  const outside = found.currentPieces.filter((piece) => piece.outside).length;
  const pieces =
    found.currentPieces.length === 0
      ? ''
      : ` ${formatCount(outside)} of ${formatCount(found.currentPieces.length)} pieces of current lie outside.`;
  const rose = found.current.value > found.mean;
  return `${describeErrors(found)}${pieces}${found.drifted && rose ? namesOf(found.columns, 'Most of the rise lies with') : ''}`;
}

function chanceOf({ rocAuc, threshold, pValue }: ClassifierDrift): string {
  if (rocAuc < 0.45) return 'It does worse than a coin, which happens where both data sets hold the same rows.';
  if (pValue >= 0.05) return `Chance explains that: p ${formatPValue(pValue)}.`;
  return rocAuc > threshold ? '' : `Chance does not explain that (p ${formatPValue(pValue)}), but it is little.`;
}

/** What the classifier says, in words with numbers. */
export function describeClassifier(found: ClassifierDrift): string {
  const shares = found.columns.map(({ column, gainShare }) => ({ column, share: gainShare }));
  const told = found.drifted ? namesOf(shares, 'What tells them apart is mostly') : ` ${chanceOf(found)}`;
  return `Shown a reference row and a current one, a classifier that sees all columns picks the current one in ${formatShare(found.rocAuc)} of cases; a coin does in 50 %, and up to ${formatShare(found.threshold)} counts as no drift.${told}`;
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

/** The drift in one short sentence with its numbers; the section says the rest. */
export function multivariateFinding(found: MultivariateDrift): string {
  const { reconstruction, classifier } = found;
  const numbers = [
    ...(reconstruction?.drifted === true
      ? [`reconstruction error ${formatNumber(reconstruction.current.value)}, usual up to ${formatNumber(reconstruction.upper)}`]
      : []),
    ...(classifier?.drifted === true
      ? [`area under the ROC curve of a classifier ${formatNumber(classifier.rocAuc, 3)}, limit ${formatNumber(classifier.threshold, 3)}`]
      : []),
  ];
  return `${multivariateHeadline(found).slice(0, -1)}: ${numbers.join('; ')}.`;
}

/** The rows the classifier looked at, where it did not look at all. */
export function classifierSampleText({ rows, of }: ClassifierDrift): string {
  const side = (name: 'reference' | 'current'): string => `${formatCount(rows[name])} of ${formatCount(of[name])} ${name} rows`;
  const all = rows.reference === of.reference && rows.current === of.current;
  return all ? 'The classifier looked at all rows.' : `The classifier looked at a seeded sample: ${side('reference')}, ${side('current')}.`;
}

const mostLeftOut = 5;

function leftOutText({ leftOut }: MultivariateDrift): string[] {
  if (leftOut.length === 0) return [];
  const named = leftOut.slice(0, mostLeftOut).map(({ column, because }) => `${column} (${because})`);
  const more = leftOut.length > mostLeftOut ? `, and ${formatCount(leftOut.length - mostLeftOut)} more` : '';
  return [`Left out: ${named.join(', ')}${more}.`];
}

function howMeasured({ reconstruction, piecesBy, columns }: MultivariateDrift): string[] {
  if (reconstruction === null) return [];
  const { components, keptVariance, reference, heldOut, rowsWithoutTime } = reconstruction;
  const pieces = `${formatCount(reference.length)} pieces of the reference ${piecesBy === null ? 'in the order of its rows' : `by ${piecesBy}`}`;
  const few = reference.length < 6 ? ' So few pieces say little about how much it usually differs.' : '';
  const how = heldOut ? 'each measured by what the others say' : 'each measured by all of it';
  return [
    `Reconstruction: ${formatCount(components)} principal components of ${formatCount(columns.length)} columns keep ${formatShare(keptVariance)} of the variance; ${pieces}, ${how}; every row that was read.${few}`,
    ...(rowsWithoutTime === 0
      ? []
      : [`${formatCount(rowsWithoutTime)} rows of the reference have no ${piecesBy ?? 'time'} and belong to no piece.`]),
  ];
}

/** The section in words: the answer, the reasons for it, and how it was come by. */
export function describeMultivariate(found: MultivariateDrift): { headline: string; lines: string[]; notes: string[] } {
  const { reconstruction, classifier, notMade } = found;
  return {
    headline: multivariateHeadline(found),
    lines: [
      ...(reconstruction === null ? [] : [describeReconstruction(reconstruction)]),
      ...(classifier === null ? [] : [describeClassifier(classifier)]),
      ...notMade,
    ],
    notes: [...howMeasured(found), ...(classifier === null ? [] : [classifierSampleText(classifier)]), ...leftOutText(found)],
  };
}
