import type { ClassificationEstimate, EstimatedMetric } from '#shared/domain/estimatedPerformance.ts';
import { metricName } from '#shared/text/metricNames.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import { onBoth, withReasons, type Both } from '../performance/metricRows.ts';
import type { Calibration } from './calibration.ts';
import { calibrationOf } from './classification.ts';
import type { ClassRowSums } from './classRowSums.ts';
import { estimatedClassMetrics, type EstimatedClassMetric } from './expectedSweep.ts';
import { estimatedMetric, estimateSide, type EstimatedNumbers } from './metricEstimates.ts';
import { cellError, type StandardError } from './referenceSpread.ts';
import { severalClassError, severalClassMetric, type ClassErrors } from './severalClassMetrics.ts';
import type { SweepPair } from './sideSweeps.ts';

const share = { lowest: 0, highest: 1 } as const;
/** The accuracy of one class against all others says little that the others do not. */
const ofOneClass = estimatedClassMetrics.filter((metric) => metric !== 'accuracy');

/** What is known of one class. */
export interface ClassEvidence {
  readonly label: string;
  readonly calibration: Calibration;
  readonly errors: ClassErrors;
  readonly sums: Both<ClassRowSums>;
}

type Numbers = (pairs: readonly SweepPair[]) => EstimatedNumbers;

/** A metric from the sweeps of some classes: of whole sides and of each chunk. */
function metricOver(metric: EstimatedClassMetric, classes: readonly ClassEvidence[], numbers: Numbers): EstimatedMetric {
  const whole = onBoth((side) => numbers(classes.map(({ sums }) => sums[side].sweeps.whole)));
  const chunks = (['reference', 'current'] as const).flatMap((side) =>
    classes[0]!.sums[side].sweeps.chunks.map((_, chunk) => ({
      side,
      chunk,
      ...numbers(classes.map(({ sums }) => sums[side].sweeps.chunks[chunk]!)),
    })),
  );
  return estimatedMetric({ metric, better: metricName(metric).better === 'lower' ? 'lower' : 'higher', range: share, ...whole, chunks });
}

function overallMetric(metric: EstimatedClassMetric, classes: readonly ClassEvidence[]): EstimatedMetric {
  const counts = classes.map(({ sums }) => sums.reference.sweeps.whole.realised.counts());
  const error = severalClassError(
    metric,
    classes.map(({ errors }) => errors),
    counts,
  );
  return metricOver(metric, classes, (pairs) => {
    const [estimated, realised] = (['estimated', 'realised'] as const).map((is) =>
      severalClassMetric(
        pairs.map((pair) => pair[is]),
        metric,
        is,
      ),
    ) as [MetricValue, MetricValue];
    return { estimated, realised, standardError: error(pairs[0]!.estimated.size) };
  });
}

function metricOfClass(metric: EstimatedClassMetric, evidence: ClassEvidence): Omit<EstimatedMetric, 'chunks'> {
  const error: StandardError = evidence.errors[metric];
  const { chunks: _, ...found } = metricOver(metric, [evidence], ([pair]) => ({
    estimated: pair!.estimated.metric(metric),
    realised: pair!.realised.metric(metric),
    standardError: error(pair!.estimated.size),
  }));
  return found;
}

function cellsOf(classes: readonly ClassEvidence[]): ClassificationEstimate['classMatrix'] {
  const { reference, current } = classes[0]!.sums;
  const [then, now, labelled] = [
    reference.sweeps.whole.realised.size,
    current.sweeps.whole.estimated.size,
    current.sweeps.whole.realised.size,
  ];
  return classes.flatMap(({ label: truth, sums }) =>
    classes.map(({ label: predicted }, guess) => {
      const before = sums.reference.realised[guess]!;
      const estimated = sums.current.expected[guess]!.value;
      const realised = labelled === 0 ? ({ none: 'no-valid-values' } as const) : sums.current.realised[guess]!;
      const numbers = { estimated, standardError: cellError(before, then)(now), realised };
      return { truth, predicted, reference: before, ...estimateSide(numbers, { lowest: 0, highest: now }), estimated };
    }),
  );
}

function calibrationOverall(classes: readonly ClassEvidence[]): ClassificationEstimate['calibration'] {
  const errors = classes.flatMap(({ calibration }) => calibration.errors ?? []);
  const mean = (of: 'before' | 'after'): MetricValue =>
    errors.length === 0 ? { none: 'one-class' } : errors.reduce((sum, each) => sum + each[of], 0) / errors.length;
  const used = classes.some(({ calibration }) => calibration.used);
  return { used, curve: [], ...withReasons({ errorBefore: mean('before'), errorAfter: mean('after') }) };
}

/** What the sums of several classes come to. */
export function assembleSeveralClasses(
  classes: readonly ClassEvidence[],
): Omit<ClassificationEstimate, 'task' | 'target' | 'prediction' | 'rows' | 'chunks'> {
  return {
    metrics: estimatedClassMetrics.map((metric) => overallMetric(metric, classes)),
    positiveLabel: null,
    probabilityThreshold: null,
    calibration: calibrationOverall(classes),
    matrix: [],
    classMatrix: cellsOf(classes),
    classes: classes.map((evidence) => ({
      label: evidence.label,
      calibration: calibrationOf(evidence.calibration),
      metrics: ofOneClass.map((metric) => metricOfClass(metric, evidence)),
    })),
    notSummingToOne: onBoth((side) => classes[0]!.sums[side].unsummed),
  };
}
