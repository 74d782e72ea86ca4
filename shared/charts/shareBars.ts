import type { Side } from '../domain/dataset.ts';
import type { ChartTheme } from './chartTheme.ts';
import { plotFrame, plotSvg, roundPlace } from './plotFrame.ts';

export interface ShareBars {
  readonly label: string;
  /** Rows by equal bins of [0, 1]; a side without a row is not drawn. */
  readonly counts: Readonly<Record<Side, readonly number[]>>;
  readonly alternative: string;
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
const sharesOf = (counts: readonly number[]): number[] => (total(counts) === 0 ? [] : counts.map((count) => count / total(counts)));

/** Shares of the rows by bins of [0, 1]: current filled, reference as a dashed outline over it. */
export function shareBars({ label, counts, alternative }: ShareBars, theme: ChartTheme): string {
  const shares = { reference: sharesOf(counts.reference), current: sharesOf(counts.current) };
  const highest = Math.max(0.01, ...shares.reference, ...shares.current);
  const frame = plotFrame({ label, from: 0, to: 1 }, { label: 'share of the rows', from: 0, to: highest * 1.05 }, theme);
  const floor = frame.y(0);
  const edge = (bin: number, bins: number): number => frame.x(bin / bins);
  const bars = shares.current
    .map((share, bin, { length }) => {
      const [left, right, top] = [edge(bin, length), edge(bin + 1, length), frame.y(share)];
      return share === 0 ? '' : `M${left} ${floor}V${top}H${roundPlace(right - 0.6)}V${floor}z`;
    })
    .join('');
  const steps = shares.reference.map((share, bin, { length }) => `V${frame.y(share)}H${edge(bin + 1, length)}`).join('');
  const outline =
    steps === ''
      ? ''
      : `<path d="M${frame.x(0)} ${floor}${steps}V${floor}" stroke="${theme.reference}" stroke-width="1.6" stroke-dasharray="5 3" fill="none"/>`;
  return plotSvg(frame, `<path d="${bars}" fill="${theme.current}" fill-opacity=".55"/>${outline}`, alternative);
}
