import type { ClassificationEstimate } from '#shared/domain/estimatedPerformance.ts';
import { seededRandom } from '#shared/lib/random.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { streamClassRows, type ClassRowRequest } from '../data/evidence/classScoreRows.ts';
import { streamScoreRows } from '../data/evidence/scoreRows.ts';
import { quoteText } from '../data/quote.ts';
import { onBoth, type Both } from '../performance/metricRows.ts';
import { calibrate, type Calibration } from './calibration.ts';
import { chunkCount, describeChunks, planChunks, type ChunkPlan } from './chunkPlan.ts';
import { ClassRowSums } from './classRowSums.ts';
import type { EstimationWork } from './estimationWork.ts';
import { ReferenceSpread } from './referenceSpread.ts';
import { assembleSeveralClasses, type ClassEvidence } from './assembleSeveralClasses.ts';

/** SQL of one side: the probability of each class, the predicted class and the true one. */
export interface SeveralClassSql {
  readonly scores: readonly string[];
  readonly guess: string;
  /** null where a side has no target. */
  readonly truth: string | null;
}

/** More than two classes, and the probability of each on both sides. */
export interface SeveralClassRoles {
  readonly labels: readonly string[];
  readonly sql: Both<SeveralClassSql>;
}

type SideName = 'reference' | 'current';

class SeveralClassEstimator {
  constructor(
    private readonly work: EstimationWork,
    private readonly roles: SeveralClassRoles,
  ) {}

  /** A class against all others, as the model's own probability of it has them. */
  private calibrateClass(index: number): Promise<Calibration> {
    const { database, context, pacer, datasets } = this.work;
    const { scores, guess, truth } = this.roles.sql.reference;
    const label = this.roles.labels[index]!;
    const score = scores[index]!;
    const called = `(${guess}) = ${quoteText(label)}`;
    const request = { view: datasets.reference.view, score, called, truth, positive: label, chunk: '0', onlyLabelled: true };
    return calibrate(
      (take) =>
        database.using(context.signal, (connection) =>
          streamScoreRows(connection, request, (found) => take(found.score, found.positives, found.rows), pacer),
        ),
      () => seededRandom(1),
    );
  }

  async calibrations(): Promise<Calibration[]> {
    const found: Calibration[] = [];
    for (const index of this.roles.labels.keys()) found.push(await this.calibrateClass(index));
    return found;
  }

  planChunks(rows: Both<number>): Promise<ChunkPlan> {
    const where = onBoth((side) => {
      const { scores, guess, truth } = this.roles.sql[side];
      const used = [...scores.map((score) => `isfinite(${score})`), `(${guess}) is not null`];
      return [...used, ...(side === 'reference' ? [`(${truth ?? 'null'}) is not null`] : [])].join(' and ');
    });
    return planChunks(this.work, where, rows);
  }

  async sums(
    side: SideName,
    own: number,
    given: { calibrations: readonly Calibration[]; plan: ChunkPlan; spread: ReferenceSpread | null },
  ) {
    const { database, context, pacer, datasets } = this.work;
    const { calibrations, plan, spread } = given;
    const sums = new ClassRowSums({
      classes: this.roles.labels.length,
      own,
      chunks: chunkCount(plan, side),
      dealt: plan.by === 'chance' && side === 'reference' ? plan.chunks : 0,
      calibrations,
      seen: spread === null ? null : (score, positives, rows) => spread.push(score, positives, rows),
    });
    const request: ClassRowRequest = {
      ...this.roles.sql[side],
      labels: this.roles.labels,
      view: datasets[side].view,
      chunk: plan.by === 'time' ? plan.sides[side].expression : '-1',
      onlyLabelled: side === 'reference',
      by: own,
    };
    await database.using(context.signal, (connection) => streamClassRows(connection, request, sums.take, pacer));
    sums.finish();
    return sums;
  }
}

const sideWords = { reference: 'the reference', current: 'current' } as const;

/** What makes an estimate impossible, or null. */
function stopped(sums: Both<ClassRowSums>): string | null {
  if (sums.current.sweeps.whole.estimated.size === 0) return 'no row of current has a probability of every class.';
  for (const side of ['reference', 'current'] as const) {
    const { beyond, strange } = sums[side];
    if (beyond > 0) return `${formatCount(beyond)} rows of ${sideWords[side]} have a probability beyond [0, 1].`;
    if (strange > 0)
      return `${formatCount(strange)} rows of ${sideWords[side]} are predicted to be of a class whose probability is not named.`;
  }
  return null;
}

/**
 * Estimates what the probabilities of more than two classes promise on current: each is put right on the reference against
 * all others, then those of a row are divided by their sum. A sentence says why it cannot be done.
 */
export async function estimateSeveralClasses(work: EstimationWork, roles: SeveralClassRoles): Promise<ClassificationEstimate | string> {
  const estimator = new SeveralClassEstimator(work, roles);
  const calibrations = await estimator.calibrations();
  const labelled = calibrations[0]?.rows ?? 0;
  if (labelled === 0) return 'no row of the reference has both a probability of every class and a class.';
  const plan = await estimator.planChunks({ reference: labelled, current: work.datasets.current.numberOfRows });
  const classes: ClassEvidence[] = [];
  for (const [index, label] of roles.labels.entries()) {
    const calibration = calibrations[index]!;
    const spread = new ReferenceSpread({ positives: calibration.positives, negatives: calibration.rows - calibration.positives });
    const reference = await estimator.sums('reference', index, { calibrations, plan, spread });
    const current = await estimator.sums('current', index, { calibrations, plan, spread: null });
    const impossible = stopped({ reference, current });
    if (impossible !== null) return impossible;
    const errors = spread.standardErrors(reference.sweeps.whole.realised.counts(), seededRandom(3));
    classes.push({ label, calibration, errors, sums: { reference, current } });
  }
  const { reference, current } = classes[0]!.sums;
  const sizes = onBoth((side) => ({ reference, current })[side].sweeps.chunks.map(({ estimated }) => estimated.size));
  return {
    task: 'classification',
    target: work.settings.roles.target ?? '',
    prediction: work.settings.roles.prediction ?? Object.values(work.settings.roles.probabilities).join(', '),
    rows: {
      reference: { rows: work.datasets.reference.numberOfRows, used: labelled },
      current: {
        rows: work.datasets.current.numberOfRows,
        used: current.sweeps.whole.estimated.size,
        labelled: current.sweeps.whole.realised.size,
      },
    },
    chunks: describeChunks(plan, sizes),
    ...assembleSeveralClasses(classes),
  };
}
