import type { MultivariateDrift } from '../domain/multivariateDrift.ts';
import { formatCount, formatNumber } from '../text/formatNumber.ts';
import { bandPlot } from './bandPlot.ts';
import type { ChartTheme } from './chartTheme.ts';
import type { TitledPlot } from './performancePlots.ts';

/** The pieces of the reference with their band, and current beside them, for each way of asking. */
export function multivariatePlots({ reconstruction, classifier }: MultivariateDrift, theme: ChartTheme): TitledPlot[] {
  const plots: TitledPlot[] = [];
  if (reconstruction !== null) {
    const { lower, upper, mean, currentPieces, current, reference } = reconstruction;
    const pieces = currentPieces.length > 0 ? currentPieces : [current];
    const alternative = `Reconstruction error of ${formatCount(reference.length)} pieces of the reference, mean ${formatNumber(mean)}, up to ${formatNumber(upper)} usual, and of current, ${formatNumber(current.value)}.`;
    const values = { reference: reference.map(({ value }) => value), current: pieces.map(({ value }) => value) };
    const svg = bandPlot(
      { yLabel: 'mean error of the rows', ...values, band: { from: lower > 0 ? lower : null, to: upper }, centre: mean, alternative },
      theme,
    );
    plots.push({ id: 'reconstruction', title: 'Reconstruction error', svg });
  }
  if (classifier !== null) {
    const { rocAuc, threshold, reference } = classifier;
    const alternative = `Area under the ROC curve of ${formatCount(reference.length)} pieces of the reference against the others, up to ${formatNumber(threshold)} usual, and of current, ${formatNumber(rocAuc)}.`;
    const values = { reference: reference.map(({ value }) => value), current: [rocAuc] };
    const svg = bandPlot(
      { yLabel: 'area under the ROC curve', ...values, band: { from: null, to: threshold }, centre: 0.5, alternative },
      theme,
    );
    plots.push({ id: 'classifier', title: 'Domain classifier', svg });
  }
  return plots;
}
