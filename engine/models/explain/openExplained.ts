import { AppError } from '#shared/errors/AppError.ts';
import type { DataSource } from '#shared/domain/dataset.ts';
import type { DrawnRows } from '#shared/domain/explanation.ts';
import type { MappedInput, ModelInfo, ScoringSettings } from '#shared/domain/model.ts';
import type { Derivation } from '#shared/domain/settings.ts';
import { nearNames } from '#shared/lib/nearNames.ts';
import { seededRandom } from '#shared/lib/random.ts';
import { databaseError } from '../../data/databaseError.ts';
import { openDataset, type OpenDataset } from '../../data/dataset.ts';
import { openDuckDb, type Database } from '../../data/openDuckDb.ts';
import { resolveSource, type ResolvedSource } from '../../data/resolveSource.ts';
import { Pacer, type JobContext } from '../../jobs/pacer.ts';
import { sampleIndexes } from '../../stats/sampleIndexes.ts';
import { mapColumns } from '../columnMapping.ts';
import { openModel, type OpenModel } from '../openModel.ts';
import { createBatchScorer } from '../scoring/batchScorer.ts';
import { createExplainedModel, type ExplainedModel } from './explainedModel.ts';
import { describeRows, pickRows, readRows, type ReadRows } from './readRows.ts';
import type { KnownRows } from './shapleyOfPairs.ts';

/** A model and the data it is looked at on. */
export interface ExplainRequest {
  readonly model: { readonly path: string; readonly name: string | null; readonly version: string | null };
  readonly source: DataSource;
  /** Rows that stand for what is usual; null: rows of the data themselves. */
  readonly background: DataSource | null;
  readonly settings: ScoringSettings;
  /** Columns worked out in SQL before anything else; they may be features. */
  readonly derive: readonly Derivation[];
  readonly where: string | null;
  readonly notFeatures: readonly string[];
  readonly target: string | null;
  /** The class that is explained; null: the positive one of two, each of several. */
  readonly chosenClass: string | null;
  readonly seed: number;
}

/** Rows that the model gives finite numbers for, with these. */
export interface DrawnSample extends ReadRows, KnownRows {
  readonly drawn: DrawnRows;
}

/** A model that is open beside its data. */
export interface OpenExplained {
  readonly request: ExplainRequest;
  readonly info: ModelInfo;
  readonly model: ExplainedModel;
  readonly data: OpenDataset;
  readonly background: OpenDataset;
  readonly context: JobContext;
  readonly pacer: Pacer;
  /** Rows by their places among all of a data set. Throws E_MODEL_VALUES. */
  read(dataset: OpenDataset, places: Float64Array, target?: string | null): Promise<ReadRows>;
  /** A seeded sample of rows, in the order of the data. Throws E_MODEL_VALUES where no row can be used. */
  draw(dataset: OpenDataset, rows: number, seed: number): Promise<DrawnSample>;
}

function checkTarget(target: string | null, { columns }: OpenDataset): void {
  if (target === null || columns.some(({ column }) => column === target)) return;
  const near = nearNames(
    target,
    columns.map(({ column }) => column),
  );
  const hint = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
  throw new AppError('E_COLUMN_UNKNOWN', `The data have no column ${target}.${hint}`, { subject: { column: target } });
}

function mapOver(request: ExplainRequest, model: OpenModel, dataset: OpenDataset, map: ScoringSettings['map']): MappedInput[] {
  const notFeatures = [...request.notFeatures, ...(request.target === null ? [] : [request.target])];
  return mapColumns({
    path: request.model.path,
    inputs: model.inputs,
    metadata: model.info.metadata,
    columns: dataset.columns,
    map,
    notFeatures,
  });
}

/** Rows with finite predictions only. */
async function known(model: ExplainedModel, rows: ReadRows, dataset: OpenDataset): Promise<DrawnSample> {
  const predictions = await model.predict(rows);
  const kept = Array.from({ length: rows.rows }, (_, i) => i).filter((i) => predictions.every((values) => Number.isFinite(values[i])));
  const leftOut = rows.rows - kept.length;
  if (kept.length === 0) {
    const message =
      rows.rows === 0
        ? `${dataset.source.name} has no rows to explain the model on.`
        : `The model gives no finite number for any of ${rows.rows} rows of ${dataset.source.name}.`;
    throw new AppError('E_MODEL_VALUES', message, { subject: { path: dataset.source.path } });
  }
  const drawn = describeRows(dataset, kept.length, leftOut);
  if (leftOut === 0) return { ...rows, predictions, drawn };
  return { ...pickRows(rows, kept), predictions: predictions.map((values) => Float64Array.from(kept, (i) => values[i]!)), drawn };
}

async function prepare(
  request: ExplainRequest,
  opened: OpenModel,
  sources: readonly [ResolvedSource, ResolvedSource | null],
  database: Database,
  context: JobContext,
): Promise<OpenExplained> {
  const rows = { where: request.where, derive: [...request.derive], sample: null };
  const data = await openDataset(database, { side: 'current', source: sources[0], rows }, context.signal);
  const background =
    sources[1] === null ? data : await openDataset(database, { side: 'reference', source: sources[1], rows }, context.signal);
  checkTarget(request.target, data);
  const mapped = mapOver(request, opened, data, request.settings.map);
  if (background !== data) mapOver(request, opened, background, Object.fromEntries(mapped.map(({ input, columns }) => [input, columns])));
  const scorer = await createBatchScorer(opened, mapped);
  const pacer = new Pacer(context.signal);
  const model = createExplainedModel(opened, scorer, { chosenClass: request.chosenClass, pacer });
  const read: OpenExplained['read'] = (dataset, places, target = null) =>
    readRows(
      { dataset, features: model.features, settings: request.settings, places, target },
      { database, signal: context.signal, pacer },
    );
  return {
    request,
    info: opened.info,
    model,
    data,
    background,
    context,
    pacer,
    read,
    draw: async (dataset, count, seed) => {
      const places = sampleIndexes(dataset.numberOfRows, count, seededRandom(seed));
      return known(model, await read(dataset, places, dataset === data ? request.target : null), dataset);
    },
  };
}

/**
 * Opens a model and the data it is looked at on, and lends both to `work`. One thread, so that the same rows give the same
 * numbers. Throws E_MODEL_…, E_FILE_…, E_COLUMN_UNKNOWN, E_CLASS_UNKNOWN.
 */
export async function withExplained<T>(
  request: ExplainRequest,
  context: JobContext,
  work: (explained: OpenExplained) => Promise<T>,
): Promise<T> {
  const opened = await openModel(request.model.path, { threads: 1 });
  try {
    const source = await resolveSource(request.source);
    const background = request.background === null ? null : await resolveSource(request.background);
    const files = [source, ...(background === null ? [] : [background])].flatMap((each) => each.files.map(({ path }) => path));
    const database = await openDuckDb({ files, ordered: true });
    try {
      return await work(await prepare(request, opened, [source, background], database, context));
    } catch (error) {
      throw databaseError(error, 'E_DATA_UNREADABLE', `${source.path} cannot be explained`, { path: source.path });
    } finally {
      await database.close();
    }
  } finally {
    await opened.close();
  }
}
