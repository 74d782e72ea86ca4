import type { TestedColumn } from '../domain/report.ts';
import { formatCount, formatPValue, formatScore } from '../text/formatNumber.ts';

/** One number of rows in the strip of a column. */
export interface StripCell {
  /** "1k". */
  readonly rows: string;
  /** "p 0.031", or the distance. */
  readonly score: string;
  readonly drifted: boolean;
  readonly explains: string;
}

export interface SensitivityStrip {
  readonly cells: readonly StripCell[];
  /** Where the rows that were compared lie, in per cent of the length of the strip. */
  readonly here: number;
}

const shortCounts: Readonly<Record<number, string>> = { 1000: '1k', 10_000: '10k', 100_000: '100k', 1_000_000: '1M' };

/** The verdict to expect at several numbers of rows a side, from few to many; null where that is not known. */
export function sensitivityStrip({ sensitivity, scoreIs, reference, current }: TestedColumn): SensitivityStrip | null {
  if (sensitivity === null || sensitivity.atSizes.length === 0) return null;
  const { atSizes } = sensitivity;
  const [n, m] = [reference?.valid ?? 1, current?.valid ?? 1];
  // Two sides tell as much as two of this size each.
  const rows = Math.max(1, (2 * n * m) / (n + m));
  const place = (Math.log10(rows) - Math.log10(atSizes[0]!.rows) + 0.5) / atSizes.length;
  return {
    here: 100 * Math.min(0.995, Math.max(0.005, place)),
    cells: atSizes.map((at) => {
      const score = scoreIs === 'pValue' ? `p ${formatPValue(at.score)}` : formatScore(at.score);
      const verdict = at.drifted ? 'drift' : 'no drift';
      return {
        rows: shortCounts[at.rows] ?? formatCount(at.rows),
        score,
        drifted: at.drifted,
        explains: `${formatCount(at.rows)} rows a side: ${score} expected, ${verdict}`,
      };
    }),
  };
}
