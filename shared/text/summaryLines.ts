import type { DataSummarySection, DataSummarySide } from '../domain/dataSummary.ts';
import { listNames } from './describeQuality.ts';
import { formatCount, formatNumber, formatShare } from './formatNumber.ts';
import { middleEllipsis } from './middleEllipsis.ts';

/** One line of the table of the data summary. */
export interface SummaryLine {
  readonly id: string;
  readonly label: string;
  readonly reference: string;
  readonly current: string;
  /** Both sides have nothing of it. */
  readonly nothing: boolean;
}

type Line = readonly [id: string, label: string, text: (side: DataSummarySide, about: string) => string];

function withShare(count: number, share: number | null, about: string): string {
  return count === 0 ? '0' : `${about}${formatCount(count)}${share === null ? '' : ` (${formatShare(share)})`}`;
}

function withNames(names: readonly string[]): string {
  const short = names.map((name) => middleEllipsis(name, 24));
  return names.length === 0 ? '0' : `${formatCount(names.length)}: ${listNames(short)}`;
}

const missingNames = { null: 'null', nan: 'NaN', infinity: 'infinity', 'empty-string': 'empty text' } as const;

const lines: readonly Line[] = [
  ['rows', 'Rows', ({ rows }) => formatCount(rows)],
  ['columns', 'Columns', ({ columns }) => formatCount(columns)],
  ['kinds', 'Kinds', ({ kinds }) => kinds.map(({ kind, columns }) => `${formatCount(columns)} ${kind}`).join(', ')],
  ['missing', 'Missing values', (side, about) => withShare(side.missingCells, side.missingShare, about)],
  [
    'kinds-of-missing',
    'Kinds of missing value',
    ({ kindsOfMissing }) => kindsOfMissing.map((kind) => missingNames[kind]).join(', ') || '0',
  ],
  ['infinite', 'Infinite values', ({ infiniteCells }, about) => withShare(infiniteCells, null, about)],
  ['rows-with-missing', 'Rows with a missing value', (side, about) => withShare(side.rowsWithMissing, side.rowsWithMissingShare, about)],
  ['empty-rows', 'Empty rows', (side, about) => withShare(side.emptyRows, side.emptyRowsShare, about)],
  ['duplicated-rows', 'Rows that repeat an earlier one', (side, about) => withShare(side.duplicatedRows, side.duplicatedRowsShare, about)],
  [
    'most-repeated',
    'Most frequent row',
    ({ mostRepeatedRow }, about) => (mostRepeatedRow === 0 ? '0' : `${about}${formatCount(mostRepeatedRow)} times`),
  ],
  ['empty-columns', 'Empty columns', ({ emptyColumns }) => withNames(emptyColumns)],
  ['constant-columns', 'Columns of one value', ({ constantColumns }) => withNames(constantColumns)],
  ['almost-constant', '', ({ almostConstantColumns }) => withNames(almostConstantColumns.map(({ column }) => column))],
  [
    'duplicated-columns',
    'Columns that are equal',
    ({ duplicatedColumns: groups }) =>
      groups.length === 0
        ? '0'
        : groups
            .slice(0, 3)
            .map((twins) => listNames(twins.map((name) => middleEllipsis(name, 24))))
            .join('; ') + (groups.length > 3 ? '; …' : ''),
  ],
];

const always = new Set(['rows', 'columns', 'kinds', 'missing', 'duplicated-rows']);

/** The data summary as lines of a table. */
export function summaryLines({ reference, current, almostConstantShare }: DataSummarySection, about = ''): SummaryLine[] {
  return lines.map(([id, label, text]) => {
    const [a, b] = [text(reference, about), text(current, about)];
    const name = id === 'almost-constant' ? `Columns with one value in ${formatNumber(almostConstantShare * 100)} % or more` : label;
    return { id, label: name, reference: a, current: b, nothing: a === '0' && b === '0' && !always.has(id) };
  });
}
