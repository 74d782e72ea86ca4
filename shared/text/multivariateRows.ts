import type { MultivariateDrift } from '../domain/multivariateDrift.ts';
import { absenceWords } from './absenceReasons.ts';
import { formatNumber, formatShare } from './formatNumber.ts';

/** One column as a row of a table, everything in words. */
export interface MultivariateRow {
  readonly column: string;
  /** What the components miss of it, and its share of the rise. */
  readonly reference: string;
  readonly current: string;
  readonly riseShare: string;
  /** Its share of what the classifier uses, and what mixing it up costs. */
  readonly gainShare: string;
  readonly rocAucLoss: string;
}

/** The columns with what either way of asking says of them; those that moved most by either come first. */
export function multivariateRows({ columns, reconstruction, classifier }: MultivariateDrift): MultivariateRow[] {
  const moved = new Map(reconstruction?.columns.map((each) => [each.column, each]));
  const telling = new Map(classifier?.columns.map((each) => [each.column, each]));
  // Where the error did not leave its band upwards, shares of its rise would be shares of noise.
  const rose = reconstruction !== null && reconstruction.drifted && reconstruction.current.value > reconstruction.mean;
  const weight = (column: string): number => Math.max(rose ? (moved.get(column)?.share ?? 0) : 0, telling.get(column)?.gainShare ?? 0);
  const loss = (column: string): string => {
    const found = telling.get(column);
    if (found === undefined) return '–';
    const { rocAucLoss, reasons } = found;
    return rocAucLoss === null ? absenceWords[reasons['rocAucLoss'] ?? 'not-tested'] : formatNumber(Math.round(rocAucLoss * 1e4) / 1e4);
  };
  return [...columns]
    .sort((a, b) => weight(b) - weight(a))
    .map((column) => {
      const [own, told] = [moved.get(column), telling.get(column)];
      return {
        column,
        reference: own === undefined ? '–' : formatNumber(own.reference),
        current: own === undefined ? '–' : formatNumber(own.current),
        riseShare: own === undefined || !rose ? '–' : formatShare(own.share),
        gainShare: told === undefined ? '–' : formatShare(told.gainShare),
        rocAucLoss: loss(column),
      };
    });
}

/** The heads of the table, in the order of a row. */
export const multivariateHeads = [
  { key: 'reference', label: 'missed, reference', explains: 'Mean square of what the principal components miss of the column.' },
  { key: 'current', label: 'missed, current', explains: 'The same in current.' },
  { key: 'riseShare', label: 'of the rise', explains: 'Share of the rise over all columns that are missed more than before.' },
  { key: 'gainShare', label: 'of the splits', explains: 'Share of what the classifier gains by splitting on the column.' },
  { key: 'rocAucLoss', label: 'area lost', explains: 'How much smaller the area gets once the values of the column are mixed up.' },
] as const;
