import { availableParallelism } from 'node:os';
import { AppError } from '#shared/errors/AppError.ts';
import type { DataSource } from '#shared/domain/dataset.ts';
import type { MappedInput, ScoringResult, ScoringSettings } from '#shared/domain/model.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { databaseError } from '../../data/databaseError.ts';
import { openDataset, type OpenDataset } from '../../data/dataset.ts';
import { streamFeatures, type FeatureBlock } from '../../data/featureBlocks.ts';
import { openDuckDb, type Database } from '../../data/openDuckDb.ts';
import { joinParts, PredictionParts } from '../../data/predictionParts.ts';
import { resolveSource, type ResolvedSource } from '../../data/resolveSource.ts';
import { Pacer, type JobContext } from '../../jobs/pacer.ts';
import { mapColumns } from '../columnMapping.ts';
import { openModel, type OpenModel } from '../openModel.ts';
import type { Cells } from '../tensors.ts';
import { createBatchScorer, type BatchScorer } from './batchScorer.ts';
import { fingerprint, openPartsFolder, type PartsFolder } from './partsFolder.ts';
import { storageFor, toCells, type MissingRule } from './toCells.ts';

/** A data set to score with a model. */
export interface ScoreRequest {
  readonly source: DataSource;
  readonly model: { readonly path: string; readonly name: string | null; readonly version: string | null };
  readonly settings: ScoringSettings;
  /** Rows to score, as a SQL condition; null scores all. */
  readonly where: string | null;
  /** Columns of the data to keep beside the predictions; null keeps all. */
  readonly keep: readonly string[] | null;
  /** Columns that are no features: target, prediction, id, time. */
  readonly notFeatures: readonly string[];
  readonly output: string;
  /** Brings the finished file to its place. */
  readonly place: (made: string) => Promise<void>;
}

const blockRows = 8192;
/** Rows of a part: what is lost at most when the work is stopped. */
const partRows = 1_048_576;
const modelColumns = ['model_name', 'model_version', 'model_sha256'] as const;

interface Work {
  readonly request: ScoreRequest;
  readonly model: OpenModel;
  readonly scorer: BatchScorer;
  readonly mapped: readonly MappedInput[];
  readonly dataset: OpenDataset;
  readonly database: Database;
  readonly folder: PartsFolder;
  readonly context: JobContext;
}

/** Predictions that are no finite number, by column. */
function countNotFinite(scorer: BatchScorer, cells: readonly Cells[], rows: number, counts: Map<string, number>): void {
  scorer.predictions.forEach(({ column, type }, i) => {
    if (type !== 'FLOAT' && type !== 'DOUBLE') return;
    const values = cells[i] as Float64Array;
    let found = 0;
    for (let row = 0; row < rows; row += 1) if (!Number.isFinite(values[row])) found += 1;
    if (found > 0) counts.set(column, (counts.get(column) ?? 0) + found);
  });
}

async function scoreParts(work: Work, missing: MissingRule, notFinite: Map<string, number>): Promise<void> {
  const { scorer, dataset, database, folder, context } = work;
  const families = new Map(dataset.columns.map(({ column, family }) => [column, family]));
  const columns = scorer.features.map(({ column, kind }) => ({ column, storage: storageFor(kind, families.get(column)!) }));
  const skip = folder.done * partRows;
  const pacer = new Pacer(context.signal);
  await database.using(context.signal, async (connection) => {
    const parts = new PredictionParts(connection, scorer.predictions, folder.path, partRows, folder.done);
    const take = async ({ start, rows, columns: values }: FeatureBlock): Promise<void> => {
      const given = scorer.features.map((feature, i) => toCells(feature, values[i]!, rows, start, missing));
      const cells = await scorer.score({ rows, columns: given });
      countNotFinite(scorer, cells, rows, notFinite);
      await parts.add(cells, rows);
      const share = dataset.numberOfRows === 0 ? 1 : Math.min(1, (start + rows) / dataset.numberOfRows);
      context.progress({ share: share * 0.9, message: `Scored ${formatCount(start + rows)} of ${formatCount(dataset.numberOfRows)} rows` });
    };
    if (skip < dataset.numberOfRows)
      await streamFeatures(database, { view: dataset.view, columns, skip, blockRows }, { signal: context.signal, pacer }, take);
    if (skip < dataset.numberOfRows || folder.done === 0) await parts.end();
  });
}

async function join(work: Work): Promise<void> {
  const { request, scorer, dataset, database, folder, context, model } = work;
  context.progress({ share: 0.92, message: 'Writing rows and predictions' });
  const added = new Set([...scorer.predictions.map(({ column }) => column), ...modelColumns]);
  const keep = (request.keep ?? dataset.columns.map(({ column }) => column)).filter((column) => !added.has(column));
  const path = `${folder.path}/joined.parquet`;
  const values = [request.model.name ?? model.info.name, request.model.version ?? model.info.modelVersion, model.info.sha256];
  await database.using(context.signal, async (connection) =>
    joinParts(connection, {
      view: dataset.view,
      parts: await folder.parts(),
      keep,
      predictions: scorer.predictions,
      constants: modelColumns.map((column, i) => ({ column, value: values[i]! })),
      path,
    }),
  );
  await request.place(path);
}

function checkKept(request: ScoreRequest, dataset: OpenDataset): void {
  const known = new Set(dataset.columns.map(({ column }) => column));
  const missing = request.keep?.find((column) => !known.has(column));
  if (missing !== undefined)
    throw new AppError('E_COLUMN_UNKNOWN', `The data have no column ${missing} to keep.`, { subject: { column: missing } });
}

async function workOn(request: ScoreRequest, source: ResolvedSource, mapped: readonly MappedInput[], sha256: string): Promise<PartsFolder> {
  const files = await Promise.all(source.files.map(({ path }) => fingerprint(path)));
  const { nulls, fill } = request.settings;
  return openPartsFolder(request.output, { files, model: sha256, mapped, nulls, fill, where: request.where, partRows });
}

async function scoreWith(
  request: ScoreRequest,
  model: OpenModel,
  source: ResolvedSource,
  database: Database,
  context: JobContext,
): Promise<ScoringResult> {
  const rows = { where: request.where, sample: null };
  const dataset = await openDataset(database, { side: 'current', source, rows }, context.signal);
  checkKept(request, dataset);
  const mapped = mapColumns({
    path: request.model.path,
    inputs: model.inputs,
    metadata: model.info.metadata,
    columns: dataset.columns,
    map: request.settings.map,
    notFeatures: request.notFeatures,
  });
  const scorer = await createBatchScorer(model, mapped);
  const folder = await workOn(request, source, mapped, model.info.sha256);
  const missing: MissingRule = { policy: request.settings.nulls, fill: request.settings.fill, counts: new Map() };
  const notFinite = new Map<string, number>();
  const started = performance.now();
  const resumedRows = Math.min(dataset.numberOfRows, folder.done * partRows);
  try {
    const work: Work = { request, model, scorer, mapped, dataset, database, folder, context };
    await scoreParts(work, missing, notFinite);
    await join(work);
    await folder.remove();
  } catch (error) {
    if ((await folder.parts()).length === 0) await folder.remove();
    throw error;
  }
  const replaced = dataset.columns
    .map(({ column }) => column)
    .filter((column) => scorer.predictions.some((each) => each.column === column));
  return {
    rows: dataset.numberOfRows,
    resumedRows,
    task: scorer.task,
    mapped: [...mapped],
    predictions: [...scorer.predictions],
    missing: Object.fromEntries(missing.counts),
    notFinite: Object.fromEntries(notFinite),
    replaced,
    model: {
      name: request.model.name ?? model.info.name,
      version: request.model.version ?? model.info.modelVersion,
      sha256: model.info.sha256,
    },
    scoringMs: Math.round(performance.now() - started),
  };
}

/**
 * Scores data with a model, in the order of their rows and in bounded memory: parquet in, parquet out. What is done is
 * kept beside the output by parts, so that the same call goes on where it was stopped. Throws E_MODEL_…, E_FILE_… and
 * what placing throws; the output is whole or not there.
 */
export async function scoreDataset(request: ScoreRequest, context: JobContext): Promise<ScoringResult> {
  const model = await openModel(request.model.path, { threads: availableParallelism() });
  try {
    const source = await resolveSource(request.source);
    const folder = `${request.output}.parts`;
    const database = await openDuckDb({ files: source.files.map(({ path }) => path), folders: [folder], ordered: true });
    try {
      return await scoreWith(request, model, source, database, context);
    } catch (error) {
      throw databaseError(error, 'E_DATA_UNREADABLE', `${source.path} cannot be scored`, { path: source.path });
    } finally {
      await database.close();
    }
  } finally {
    await model.close();
  }
}
