import type { RegressionEstimate } from '#shared/domain/estimatedPerformance.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import { seededRandom } from '#shared/lib/random.ts';
import type { FeatureBlock } from '../data/evidence/featureRows.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { encodeFeatures, streamEncoded, type EncodedFeatures, type FeatureRequest } from '../learners/encodeFeatures.ts';
import { onBoth, withReasons, type Both } from '../performance/metricRows.ts';
import { chunkAt, chunkCount, describeChunks, planChunks, type ChunkPlan } from './chunkPlan.ts';
import { SegmentModel, trainBoosted, trainSegments, type ErrorModel, type Training } from './errorModels.ts';
import { pathWords, type NamedFeature } from './errorTree.ts';
import type { EstimationWork } from './estimationWork.ts';
import { estimatedErrorMetrics, lossesOf, LossSums, metricFrom, type EstimatedErrorMetric } from './lossSums.ts';
import { estimatedMetric, type EstimatedNumbers } from './metricEstimates.ts';

/** The trees are grown from at most so many rows, drawn with a seed; the estimate is over all rows. */
const mostRowsToLearn = 30_000;
const mostFeatures = 100;
const fewestRows = 100;
const namedFeatures = 10;

type SideName = 'reference' | 'current';

function requestOf({ column, kind }: ColumnReport): FeatureRequest[] {
  return kind === 'numeric' || kind === 'datetime' || kind === 'categorical' ? [{ column, kind }] : [];
}

function featuresOf({ columns, settings }: EstimationWork): FeatureRequest[] {
  const usable = columns.filter(({ role, types }) => role === 'feature' && types.reference !== null && types.current !== null);
  return [...usable.flatMap(requestOf).slice(0, mostFeatures - 1), { column: settings.roles.prediction ?? '', kind: 'numeric' }];
}

/** What is known of the rows of one chunk, or of a whole side. */
class Rows {
  readonly sums: Float64Array;
  readonly losses = new LossSums();
  rows = 0;

  constructor(width: number) {
    this.sums = new Float64Array(width);
  }

  numbers(model: ErrorModel, metric: EstimatedErrorMetric, reference: LossSums): EstimatedNumbers {
    const mean = this.rows === 0 ? NaN : model.means(this.sums, this.rows)[estimatedErrorMetrics.indexOf(metric)];
    return {
      estimated: metricFrom(metric, mean),
      standardError: this.rows === 0 ? null : reference.standardError(metric, this.rows),
      realised: this.losses.metric(metric),
    };
  }
}

interface SideRows {
  readonly whole: Rows;
  readonly chunks: readonly Rows[];
  /** By segment, where there are segments: losses of the reference. */
  readonly segments: readonly LossSums[];
}

class RegressionEstimator {
  readonly features: readonly FeatureRequest[];
  private readonly all: readonly FeatureRequest[];

  constructor(private readonly work: EstimationWork) {
    const { target, datetime } = work.settings.roles;
    this.features = featuresOf(work);
    const moment: FeatureRequest[] = datetime === null ? [] : [{ column: datetime, kind: 'datetime' }];
    this.all = [...this.features, { column: target ?? '', kind: 'numeric' }, ...moment];
  }

  private get place(): { readonly prediction: number; readonly target: number; readonly moment: number } {
    const { length } = this.features;
    return { prediction: length - 1, target: length, moment: length + 1 };
  }

  private get emptyIsMissing(): boolean {
    return this.work.settings.missing.includes('empty-string');
  }

  named(categories: EncodedFeatures['categories']): NamedFeature[] {
    return this.features.map((feature, i) => {
      const report = this.work.columns.find(({ column }) => column === feature.column);
      const mayMiss = [report?.reference, report?.current].some((side) => side !== null && side !== undefined && side.valid < side.count);
      const mayBeNew = report?.unseen?.kind === 'list' && report.unseen.rows > 0;
      return { ...feature, categories: categories[i] ?? null, mayMiss, mayBeNew };
    });
  }

  learningRows(): Promise<EncodedFeatures> {
    const request = {
      columns: this.all,
      categoriesFrom: 'reference',
      emptyIsMissing: this.emptyIsMissing,
      mostRows: mostRowsToLearn,
    } as const;
    return encodeFeatures(this.work, { ...request, seed: 1 });
  }

  training({ reference }: EncodedFeatures): Training {
    const { prediction, target } = this.place;
    const [p, t] = [reference.columns[prediction]!, reference.columns[target]!];
    const rows = Uint32Array.from({ length: reference.rows }, (_, row) => row).filter((row) =>
      Number.isFinite(lossesOf(t[row]!, p[row]!)[1]),
    );
    const loss = (i: 0 | 1 | 2): Float64Array => Float64Array.from(rows, (row) => lossesOf(t[row]!, p[row]!)[i]);
    return { features: reference.columns.slice(0, this.features.length), rows, losses: [loss(0), loss(1), loss(2)] };
  }

  async planChunks(rows: number): Promise<ChunkPlan> {
    const { datasets, settings } = this.work;
    const finite = (side: SideName, name: string | null): string => {
      const column = datasets[side].columns.find((each) => each.column === name);
      return column === undefined ? 'false' : `isfinite(${numberExpression(column, 'numeric')})`;
    };
    const { target, prediction } = settings.roles;
    const where = {
      reference: `${finite('reference', prediction)} and ${finite('reference', target)}`,
      current: finite('current', prediction),
    };
    return planChunks(this.work, where, { reference: rows, current: datasets.current.numberOfRows });
  }

  async stream(
    side: SideName,
    codes: EncodedFeatures['categories'],
    { model, plan }: { model: ErrorModel; plan: ChunkPlan },
  ): Promise<SideRows> {
    const isReference = side === 'reference';
    const segments = model instanceof SegmentModel && isReference ? Array.from({ length: model.width }, () => new LossSums()) : [];
    const found: SideRows = {
      whole: new Rows(model.width),
      chunks: Array.from({ length: chunkCount(plan, side) }, () => new Rows(model.width)),
      segments,
    };
    const random = seededRandom(2);
    const byChance = (): number => Math.floor(random() * found.chunks.length);
    const { prediction, target, moment } = this.place;
    const take = ({ columns, rows }: FeatureBlock): void => {
      model.prepare(columns, rows);
      for (let row = 0; row < rows; row++) {
        const [p, t] = [columns[prediction]![row]!, columns[target]![row]!];
        const known = Number.isFinite(p - t);
        if (!Number.isFinite(p) || (isReference && !known)) continue;
        const chunk = plan.by === 'time' ? chunkAt(plan.sides[side], columns[moment]![row]!) : isReference ? byChance() : -1;
        const losses = known ? lossesOf(t, p) : null;
        for (const each of [found.whole, found.chunks[chunk]]) {
          if (each === undefined) continue;
          each.rows++;
          model.add(columns, row, each.sums);
          if (losses !== null) each.losses.add(losses);
        }
        if (losses !== null && model instanceof SegmentModel) segments[model.leafOf(columns, row)]?.add(losses);
      }
    };
    await streamEncoded(this.work, side, { features: this.all, codes, emptyIsMissing: this.emptyIsMissing }, take);
    return found;
  }
}

function segmentsOf(
  model: ErrorModel,
  { reference, current }: Both<SideRows>,
  features: readonly NamedFeature[],
): RegressionEstimate['segments'] {
  if (!(model instanceof SegmentModel)) return [];
  return model.leaves.paths.map((path, leaf) => {
    const losses = reference.segments[leaf];
    const error = losses === undefined ? ({ none: 'no-valid-values' } as const) : losses.metric('mae');
    const rows = { reference: losses?.rows ?? 0, current: current.whole.sums[leaf] ?? 0 };
    return { where: pathWords(path, features), ...rows, ...withReasons({ meanAbsoluteError: error }) };
  });
}

function toldBy({ gains }: ErrorModel, features: readonly FeatureRequest[]): RegressionEstimate['features'] {
  const all = gains.reduce((sum, gain) => sum + gain, 0);
  if (!(all > 0)) return [];
  const shares = features.map(({ column }, i) => ({ column, share: gains[i]! / all }));
  return shares
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, namedFeatures);
}

/** Estimates the errors of predicted numbers on current from rows of the same kind in the reference. A sentence says why not. */
export async function estimateRegression(work: EstimationWork): Promise<RegressionEstimate | string> {
  const estimator = new RegressionEstimator(work);
  const { errors } = work.settings.estimation;
  const encoded = await estimator.learningRows();
  const training = estimator.training(encoded);
  if (training.rows.length < fewestRows) return `the reference has fewer than ${fewestRows} rows with a prediction and a target.`;
  const model = errors === 'boosted' ? await trainBoosted(training, work.pacer) : await trainSegments(training, work.pacer);
  work.context.progress({ share: 0.5, message: 'Estimating the errors of the model' });
  const plan = await estimator.planChunks(encoded.reference.of);
  const { categories } = encoded;
  const reference = await estimator.stream('reference', categories, { model, plan });
  if (model instanceof SegmentModel) model.learn(reference.segments, reference.whole.losses);
  const current = await estimator.stream('current', categories, { model, plan });
  if (current.whole.rows === 0) return 'no row of current has a prediction.';
  const sides = { reference, current };
  const known = reference.whole.losses;
  const metrics = estimatedErrorMetrics.map((metric) =>
    estimatedMetric({
      metric,
      better: 'lower',
      range: { lowest: 0, highest: Number.MAX_VALUE },
      reference: reference.whole.numbers(model, metric, known),
      current: current.whole.numbers(model, metric, known),
      chunks: (['reference', 'current'] as const).flatMap((side) =>
        sides[side].chunks.map((rows, chunk) => ({ side, chunk, ...rows.numbers(model, metric, known) })),
      ),
    }),
  );
  const { target, prediction } = work.settings.roles;
  return {
    task: 'regression',
    target: target ?? '',
    prediction: prediction ?? '',
    rows: {
      reference: { rows: work.datasets.reference.numberOfRows, used: known.rows },
      current: { rows: work.datasets.current.numberOfRows, used: current.whole.rows, labelled: current.whole.losses.rows },
    },
    chunks: describeChunks(
      plan,
      onBoth((side) => sides[side].chunks.map(({ rows }) => rows)),
    ),
    metrics,
    errors,
    learntFrom: training.rows.length,
    features: toldBy(model, estimator.features),
    segments: segmentsOf(model, sides, estimator.named(categories)),
  };
}
