import type { PerturbationResult } from '../domain/robustness.ts';
import { columnText, perturbationText } from '../text/describeRobustness.ts';
import { formatNumber } from '../text/formatNumber.ts';
import type { ChartTheme } from './chartTheme.ts';
import { signedBars, type SignedBar } from './signedBars.ts';

const mostBars = 20;

const changeOf = ({ change, meanChange }: PerturbationResult): number | null => change ?? meanChange;

/** The largest mean change of the prediction for each column as bars, the largest first; no picture where none is known. */
export function robustnessPlot(perturbations: readonly PerturbationResult[], theme: ChartTheme): string {
  const largest = new Map<string | null, PerturbationResult>();
  for (const result of perturbations) {
    const known = largest.get(result.column);
    if (known === undefined || (changeOf(result) ?? -1) > (changeOf(known) ?? -1)) largest.set(result.column, result);
  }
  const bars = [...largest.values()]
    .sort((x, y) => (changeOf(y) ?? -1) - (changeOf(x) ?? -1))
    .flatMap((result): SignedBar[] => {
      const change = changeOf(result);
      if (change === null) return [];
      const note = `${formatNumber(change, 3)}, ${perturbationText(result)}`;
      return [{ label: columnText(result.column), from: 0, to: change, spread: null, note }];
    });
  const label = 'largest mean change of the prediction, in standard deviations';
  const alternative = 'The largest mean change of the prediction for each column. The table has the numbers.';
  return signedBars({ bars: bars.slice(0, mostBars), marks: [0], label, alternative, notes: 220 }, theme);
}
