import type { ClassificationEstimate } from '#shared/domain/estimatedPerformance.ts';
import { seededRandom } from '#shared/lib/random.ts';
import { streamScoreRows, type ScoreRows } from '../data/evidence/scoreRows.ts';
import type { ClassCounts } from '../metrics/classification/classCounts.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { metricName } from '#shared/text/metricNames.ts';
import { onBoth, withReasons, type Both } from '../performance/metricRows.ts';
import { calibrate, calibrated, type Calibration, type ReferencePass } from './calibration.ts';
import { chunkCount, describeChunks, planChunks, type ChunkPlan } from './chunkPlan.ts';
import type { EstimationWork } from './estimationWork.ts';
import { estimatedClassMetrics, type EstimatedClassMetric } from './expectedSweep.ts';
import { estimatedMetric, estimateSide, type EstimatedNumbers } from './metricEstimates.ts';
import { cellError, ReferenceSpread, type StandardError } from './referenceSpread.ts';
import { dealIntoChunks, PartsOfScore, pooledRows } from './scoreParts.ts';
import { SideSweeps, type SweepPair } from './sideSweeps.ts';

const share = { lowest: 0, highest: 1 } as const;
const curvePoints = 60;

/** SQL of one side: the probability of the positive class, whether it is called so, and the true class. */
export interface ProbabilitySql {
  readonly score: string;
  readonly called: string;
  /** null where a side has no target. */
  readonly truth: string | null;
}

/** A model's probability on both sides, and the class it is of. */
export interface ProbabilityRoles {
  readonly sql: Both<ProbabilitySql>;
  readonly positive: string;
  readonly threshold: number;
}

interface SweepParts {
  readonly calibration: Calibration;
  readonly plan: ChunkPlan;
  readonly spread: ReferenceSpread;
}

class ClassificationEstimator {
  /** Rows of current whose prediction is no probability. */
  outside = 0;

  constructor(
    private readonly work: EstimationWork,
    private readonly roles: ProbabilityRoles,
  ) {}

  private async stream(side: 'reference' | 'current', chunk: string, take: (rows: ScoreRows) => void): Promise<void> {
    const { database, context, pacer } = this.work;
    const { sql, positive } = this.roles;
    const request = { ...sql[side], view: this.work.datasets[side].view, positive, chunk, onlyLabelled: side === 'reference' };
    await database.using(context.signal, (connection) => streamScoreRows(connection, request, take, pacer));
  }

  /** The same numbers in every run. */
  private random(stream: number): () => number {
    return seededRandom(stream);
  }

  readonly referencePass: ReferencePass = (take) =>
    this.stream('reference', '0', ({ score, positives, rows }) => take(score, positives, rows));

  calibrate(): Promise<Calibration> {
    return calibrate(this.referencePass, () => this.random(1));
  }

  private where(side: 'reference' | 'current'): string {
    const { score, called, truth } = this.roles.sql[side];
    const used = `isfinite(${score}) and (${called}) is not null`;
    return side === 'reference' ? `${used} and (${truth ?? 'null'}) is not null` : used;
  }

  planChunks(rows: Both<number>): Promise<ChunkPlan> {
    return planChunks(
      this.work,
      onBoth((side) => this.where(side)),
      rows,
    );
  }

  async sweep(side: 'reference' | 'current', { calibration, plan, spread }: SweepParts): Promise<SideSweeps> {
    const isReference = side === 'reference';
    const byChance = plan.by === 'chance' && isReference ? plan.chunks : 0;
    const random = this.random(2);
    const sweeps = new SideSweeps(chunkCount(plan, side));
    const parts = new PartsOfScore((score, found) => {
      if (score < 0 || score > 1) this.outside += pooledRows(found).rows;
      const dealt = byChance > 0 ? found.flatMap((part) => dealIntoChunks(part, byChance, random)) : found;
      sweeps.push(calibrated(calibration, score), dealt);
      const all = pooledRows(found);
      if (isReference) spread.push(score, all.positives, all.rows);
    });
    await this.stream(side, plan.by === 'time' ? plan.sides[side].expression : '-1', parts.take);
    parts.finish();
    return sweeps;
  }

  standardErrors(spread: ReferenceSpread, counts: ClassCounts): Readonly<Record<EstimatedClassMetric, StandardError>> {
    return spread.standardErrors(counts, this.random(3));
  }
}

function numbersOf(pair: SweepPair, metric: EstimatedClassMetric, error: StandardError): EstimatedNumbers {
  const { estimated, realised } = pair;
  return { estimated: estimated.metric(metric), standardError: error(estimated.size), realised: realised.metric(metric) };
}

function matrixOf(sweeps: Both<SideSweeps>): ClassificationEstimate['matrix'] {
  const [then, now, real] = [sweeps.reference.whole.realised, sweeps.current.whole.estimated, sweeps.current.whole.realised];
  const [before, estimated, realised] = [then.counts(), now.counts(), real.counts()];
  const cells = [
    ['true-positives', 'truePositives'],
    ['false-positives', 'falsePositives'],
    ['false-negatives', 'falseNegatives'],
    ['true-negatives', 'trueNegatives'],
  ] as const;
  return cells.map(([cell, field]) => {
    const standardError = cellError(before[field], then.size)(now.size);
    const known = real.size === 0 ? ({ none: 'no-valid-values' } as const) : realised[field];
    const range = { lowest: 0, highest: now.size };
    const side = estimateSide({ estimated: estimated[field], standardError, realised: known }, range);
    return { cell, reference: before[field], ...side, estimated: estimated[field] };
  });
}

function curveOf({ line }: Calibration): [number, number][] {
  const last = line.x.length - 1;
  const shown = Math.min(last + 1, curvePoints);
  const places = Array.from({ length: shown }, (_, i) => (shown === 1 ? 0 : Math.round((i * last) / (shown - 1))));
  return places.map((at) => [line.x[at]!, line.y[at]!]);
}

/** A calibration as the report has it. */
export function calibrationOf(calibration: Calibration): ClassificationEstimate['calibration'] {
  const { used, errors } = calibration;
  const none = { none: 'one-class' } as const;
  return { used, curve: curveOf(calibration), ...withReasons({ errorBefore: errors?.before ?? none, errorAfter: errors?.after ?? none }) };
}

/** Estimates what a classifier's probabilities promise on current, after what they were worth on the reference. A sentence says why not. */
export async function estimateClassification(work: EstimationWork, roles: ProbabilityRoles): Promise<ClassificationEstimate | string> {
  const estimator = new ClassificationEstimator(work, roles);
  const calibration = await estimator.calibrate();
  const { rows: labelled, positives } = calibration;
  if (labelled === 0) return 'no row of the reference has both a probability and a class.';
  const { numberOfRows } = work.datasets.current;
  const plan = await estimator.planChunks({ reference: labelled, current: numberOfRows });
  const spread = new ReferenceSpread({ positives, negatives: labelled - positives });
  const reference = await estimator.sweep('reference', { calibration, plan, spread });
  const current = await estimator.sweep('current', { calibration, plan, spread });
  if (current.whole.estimated.size === 0) return 'no row of current has a probability.';
  if (estimator.outside > 0) return `${formatCount(estimator.outside)} predictions of current are beyond [0, 1].`;
  const sweeps = { reference, current };
  const errors = estimator.standardErrors(spread, reference.whole.realised.counts());
  const metrics = estimatedClassMetrics.map((metric) =>
    estimatedMetric({
      metric,
      better: metricName(metric).better === 'lower' ? 'lower' : 'higher',
      range: share,
      reference: numbersOf(reference.whole, metric, errors[metric]),
      current: numbersOf(current.whole, metric, errors[metric]),
      chunks: (['reference', 'current'] as const).flatMap((side) =>
        sweeps[side].chunks.map((pair, chunk) => ({ side, chunk, ...numbersOf(pair, metric, errors[metric]) })),
      ),
    }),
  );
  const { target, prediction, probabilities } = work.settings.roles;
  return {
    task: 'classification',
    target: target ?? '',
    prediction: prediction ?? probabilities[roles.positive] ?? '',
    rows: {
      reference: { rows: work.datasets.reference.numberOfRows, used: labelled },
      current: { rows: numberOfRows, used: current.whole.estimated.size, labelled: current.whole.realised.size },
    },
    chunks: describeChunks(
      plan,
      onBoth((side) => sweeps[side].chunks.map(({ estimated }) => estimated.size)),
    ),
    metrics,
    positiveLabel: roles.positive,
    probabilityThreshold: roles.threshold,
    calibration: calibrationOf(calibration),
    matrix: matrixOf(sweeps),
    classMatrix: [],
    classes: [],
    notSummingToOne: null,
  };
}
