import type { ClassificationPerformance, ProbabilitySide } from '../domain/performance.ts';
import type { ChartTheme } from './chartTheme.ts';
import { curvePlot, type CurvePlot, type PlotCurve } from './curvePlot.ts';
import type { TitledPlot } from './performancePlots.ts';
import { shareBars } from './shareBars.ts';

/** The probabilities of one class on both sides. */
export interface ClassProbabilities {
  readonly reference: ProbabilitySide | null;
  readonly current: ProbabilitySide | null;
}

const bothSides = ['reference', 'current'] as const;
const unit = { from: 0, to: 1 } as const;

type Points = PlotCurve['points'];

function curves(probabilities: ClassProbabilities, of: (side: ProbabilitySide) => Points): PlotCurve[] {
  return bothSides.flatMap((side) => {
    const found = probabilities[side];
    return found === null || of(found).length === 0 ? [] : [{ side, points: of(found) }];
  });
}

const calibrationPoints = ({ calibration }: ProbabilitySide): Points =>
  calibration.flatMap(({ meanProbability, shareOfPositives }): [number, number][] =>
    meanProbability === null || shareOfPositives === null ? [] : [[meanProbability, shareOfPositives]],
  );

const liftPoints = ({ top }: ProbabilitySide): Points =>
  top.flatMap(({ share, lift }): [number, number][] => (lift === null ? [] : [[share, lift]]));

interface Drawing {
  readonly id: string;
  readonly title: string;
  readonly of: (side: ProbabilitySide) => Points;
  readonly axes: readonly [string, string];
  readonly how?: Partial<Pick<CurvePlot, 'diagonal' | 'dots'>>;
  /** The upper end of the second axis where it is not 1. */
  readonly highest?: (curves: readonly PlotCurve[]) => number;
}

const drawings: readonly Drawing[] = [
  {
    id: 'roc',
    title: 'ROC curve',
    of: ({ roc }) => roc,
    axes: ['share of negatives called positive', 'share of positives found'],
    how: { diagonal: true },
  },
  { id: 'precision-recall', title: 'Precision and recall', of: (side) => side.precisionRecall, axes: ['recall', 'precision'] },
  {
    id: 'calibration',
    title: 'Calibration',
    of: calibrationPoints,
    axes: ['mean probability', 'share of positives'],
    how: { diagonal: true, dots: true },
  },
  {
    id: 'gain',
    title: 'Gain',
    of: ({ gain }) => gain,
    axes: ['share of rows, most probable first', 'share of positives found'],
    how: { diagonal: true },
  },
  {
    id: 'lift',
    title: 'Lift',
    of: liftPoints,
    axes: ['share of rows, most probable first', 'times as many as blindly'],
    highest: (found) => Math.max(1, ...found.flatMap(({ points }) => points.map(([, lift]) => lift))) * 1.05,
  },
];

function curveOf(
  { id, title, of, axes: [x, y], how, highest }: Drawing,
  probabilities: ClassProbabilities,
  theme: ChartTheme,
): TitledPlot[] {
  const drawn = curves(probabilities, of);
  if (drawn.length === 0) return [];
  const alternative = `${title}: ${y} by ${x}, for ${drawn.map(({ side }) => side).join(' and ')}.`;
  const axes = { x: { label: x, ...unit }, y: { label: y, from: 0, to: highest?.(drawn) ?? 1 } };
  return [{ id, title, svg: curvePlot({ ...axes, curves: drawn, diagonal: false, dots: false, ...how, alternative }, theme) }];
}

/** Where the probabilities of the rows of a class are, and where those of all others. */
function distributions(probabilities: ClassProbabilities, theme: ChartTheme): TitledPlot[] {
  return (['positives', 'negatives'] as const).flatMap((which) => {
    const counts = { reference: probabilities.reference?.histogram[which] ?? [], current: probabilities.current?.histogram[which] ?? [] };
    if ([...counts.reference, ...counts.current].every((count) => count === 0)) return [];
    const words = which === 'positives' ? 'of the class' : 'of all others';
    const alternative = `Probabilities of the rows ${words}, in shares of them, on both sides.`;
    return [
      { id: which, title: `Probabilities of the rows ${words}`, svg: shareBars({ label: 'probability', counts, alternative }, theme) },
    ];
  });
}

/** ROC, precision and recall, calibration, gain, lift and distributions of one class, both sides over each other. */
export function classPlots(probabilities: ClassProbabilities, theme: ChartTheme): TitledPlot[] {
  return [...drawings.flatMap((drawing) => curveOf(drawing, probabilities, theme)), ...distributions(probabilities, theme)];
}

/** The same of the positive class; none where there is none. */
export function probabilityPlots({ probabilities }: ClassificationPerformance, theme: ChartTheme): TitledPlot[] {
  return probabilities === null ? [] : classPlots(probabilities, theme);
}
