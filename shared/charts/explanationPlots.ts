import type { ColumnDependence, DriftAttribution, ModelExplanation, PermutationImportance, RowExplanation } from '../domain/explanation.ts';
import { formatNumber } from '../text/formatNumber.ts';
import { cellText } from '../text/describeExplanation.ts';
import type { ChartTheme } from './chartTheme.ts';
import { plotFrame, plotSvg } from './plotFrame.ts';
import { signedBars, signedNumber, type SignedBar } from './signedBars.ts';

/** More columns are summed into one bar. */
const mostBars = 15;

interface Shown<T> {
  readonly shown: readonly T[];
  readonly rest: readonly T[];
}

function firstOf<T>(all: readonly T[]): Shown<T> {
  return all.length <= mostBars ? { shown: all, rest: [] } : { shown: all.slice(0, mostBars - 1), rest: all.slice(mostBars - 1) };
}

/** A number give or take another. */
const around = (value: number, spread: number): readonly [number, number] | null => (spread > 0 ? [value - spread, value + spread] : null);

const others = (count: number): string => `${count} other columns`;

/** From the mean prediction to that of the row, a bar a column, the largest first. */
export function waterfallPlot({ base, prediction, contributions }: RowExplanation['numbers'][number], theme: ChartTheme): string {
  const { shown, rest } = firstOf(contributions);
  const steps = shown.map(({ column, value, contribution }) => ({ label: `${column} = ${cellText(value)}`, step: contribution }));
  if (rest.length > 0) steps.push({ label: others(rest.length), step: rest.reduce((sum, each) => sum + each.contribution, 0) });
  let at = base;
  const bars = steps.map(({ label, step }): SignedBar => {
    const bar = { label, from: at, to: at + step, spread: null, note: signedNumber(step) };
    at += step;
    return bar;
  });
  const alternative = 'Waterfall from the mean prediction to that of the row, one bar a column. The table has the numbers.';
  return signedBars({ bars, marks: [base, prediction], label: 'from the mean of the background to the prediction', alternative }, theme);
}

/** Mean |SHAP| of each column with its standard deviation over the rows. */
export function meanShapPlot({ columns }: ModelExplanation['numbers'][number], theme: ChartTheme): string {
  const { shown, rest } = firstOf(columns);
  const bars = shown.map(({ column, meanAbsolute, standardDeviation }): SignedBar => {
    return {
      label: column,
      from: 0,
      to: meanAbsolute,
      spread: around(meanAbsolute, Math.min(standardDeviation, meanAbsolute)),
      note: formatNumber(meanAbsolute, 3),
    };
  });
  if (rest.length > 0) {
    const sum = rest.reduce((total, { meanAbsolute }) => total + meanAbsolute, 0);
    bars.push({ label: others(rest.length), from: 0, to: sum, spread: null, note: formatNumber(sum, 3) });
  }
  const alternative = 'Mean absolute contribution of each column, with the standard deviation over rows. The table has the numbers.';
  return signedBars({ bars, marks: [0], label: 'mean |contribution|', alternative }, theme);
}

/** Permutation importance of each column with its standard deviation over the repeats. */
export function permutationPlot({ columns }: PermutationImportance, theme: ChartTheme): string {
  const bars = columns.slice(0, mostBars).flatMap(({ column, importance, standardDeviation }): SignedBar[] =>
    importance === null
      ? []
      : [
          {
            label: column,
            from: 0,
            to: importance,
            spread: around(importance, standardDeviation ?? 0),
            note: formatNumber(importance, 3),
          },
        ],
  );
  const alternative =
    'How much worse the metric gets when a column is shuffled, with the standard deviation over repeats. The table has the numbers.';
  return signedBars({ bars, marks: [0], label: 'loss when the column is shuffled', alternative }, theme);
}

/** From the mean prediction of the reference to that of current, a bar a column. */
export function attributionPlot({ reference, current, columns }: DriftAttribution['numbers'][number], theme: ChartTheme): string {
  const { shown, rest } = firstOf(columns);
  const steps = shown.map(({ column, attribution, error }) => ({ label: column, step: attribution, error }));
  if (rest.length > 0) steps.push({ label: others(rest.length), step: rest.reduce((sum, each) => sum + each.attribution, 0), error: 0 });
  let at = reference;
  const bars = steps.map(({ label, step, error }): SignedBar => {
    const bar = { label, from: at, to: at + step, spread: around(at + step, error), note: signedNumber(step) };
    at += step;
    return bar;
  });
  const alternative =
    'Waterfall from the mean prediction of the reference to that of current, one bar a column. The table has the numbers.';
  return signedBars({ bars, marks: [reference, current], label: 'mean prediction, reference to current', alternative }, theme);
}

/** The mean prediction along the values of one column, with the band of single rows; empty where there is no curve. */
export function dependencePlot({ kind }: ColumnDependence, { points }: ColumnDependence['numbers'][number], theme: ChartTheme): string {
  if (points.length === 0) return '';
  const alternative = 'Mean prediction along the values of the column, and a band of single rows between their quantiles at 0.1 and 0.9.';
  if (kind === 'categorical') {
    const bars = points.slice(0, mostBars).map(({ at, mean, low, high }): SignedBar => {
      return { label: String(at), from: 0, to: mean, spread: [low, high], note: formatNumber(mean, 3) };
    });
    return signedBars({ bars, marks: [0], label: 'mean prediction', alternative }, theme);
  }
  const places = points.map(({ at }) => Number(at));
  const heights = points.flatMap(({ low, high, mean }) => [low, high, mean]);
  const [least, most] = [Math.min(...heights), Math.max(...heights)];
  const room = (most - least) * 0.06 || Math.abs(most) * 0.05 || 0.05;
  const frame = plotFrame(
    { label: 'value of the column', from: Math.min(...places), to: Math.max(...places) },
    { label: 'prediction', from: least - room, to: most + room },
    theme,
  );
  const line = (of: (point: (typeof points)[number]) => number, order = points): string =>
    order.map((point) => `${frame.x(Number(point.at))} ${frame.y(of(point))}`).join('L');
  const band = `<path d="M${line(({ high }) => high)}L${line(({ low }) => low, points.toReversed())}z" fill="${theme.reference}" fill-opacity=".18"/>`;
  const curve = `<path d="M${line(({ mean }) => mean)}" stroke="${theme.current}" stroke-width="1.8" fill="none"/>`;
  const dots = points.map(({ at, mean }) => `<circle cx="${frame.x(Number(at))}" cy="${frame.y(mean)}" r="2.2" fill="${theme.current}"/>`);
  return plotSvg(frame, band + curve + dots.join(''), alternative);
}
