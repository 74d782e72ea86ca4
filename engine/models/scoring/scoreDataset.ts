import { availableParallelism } from 'node:os';
import { AppError } from '#shared/errors/AppError.ts';
import type { DataSource } from '#shared/domain/dataset.ts';
import type { Derivation } from '#shared/domain/settings.ts';
import type { MappedInput, ScoringResult, ScoringSettings } from '#shared/domain/model.ts';
import { version } from '#shared/version.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { databaseError } from '../../data/databaseError.ts';
import { openDataset, type OpenDataset } from '../../data/dataset.ts';
import { streamFeatures, type FeatureBlock } from '../../data/featureBlocks.ts';
import { openDuckDb, type Database } from '../../data/openDuckDb.ts';
import { joinParts, PredictionParts, type PartsToJoin } from '../../data/predictionParts.ts';
import { resolveSource, type ResolvedSource } from '../../data/resolveSource.ts';
import { Pacer, type JobContext } from '../../jobs/pacer.ts';
import { mapColumns } from '../columnMapping.ts';
import { openModel, type OpenModel } from '../openModel.ts';
import type { Cells } from '../tensors.ts';
import { createBatchScorer, type BatchScorer } from './batchScorer.ts';
import { fingerprint, openPartsFolder, type PartCounts, type PartsFolder } from './partsFolder.ts';
import { storageFor, toCells, type MissingRule } from './toCells.ts';

/** A data set to score with a model. */
export interface ScoreRequest {
  readonly source: DataSource;
  readonly model: { readonly path: string; readonly name: string | null; readonly version: string | null };
  readonly settings: ScoringSettings;
  /** Columns worked out in SQL before anything else; they may be features. */
  readonly derive?: readonly Derivation[];
  /** Rows to score, as a SQL condition; null scores all. */
  readonly where: string | null;
  /** Columns of the data to keep beside the predictions; null keeps all. */
  readonly keep: readonly string[] | null;
  /** Columns that are no features: target, prediction, id, time. */
  readonly notFeatures: readonly string[];
  readonly output: string;
  /** Brings the finished file to its place. */
  readonly place: (made: string) => Promise<void>;
  /** Whether name, version and hash of the model are added as columns; usually they are. */
  readonly stamp?: boolean;
  /** Rows of a part, in whole blocks of 8192 or fewer than that; usually about a million. */
  readonly partRows?: number;
}

/** Rows given to the model at once. */
const mostBlockRows = 8192;
/** Rows of a part: what is lost at most when the work is stopped. */
const usualPartRows = 1_048_576;
const modelColumns = ['model_name', 'model_version', 'model_sha256'] as const;

interface Work {
  readonly request: ScoreRequest;
  readonly model: OpenModel;
  readonly scorer: BatchScorer;
  readonly dataset: OpenDataset;
  readonly database: Database;
  readonly folder: PartsFolder;
  readonly context: JobContext;
}

/** Predictions that are no finite number, by column. */
function countNotFinite(scorer: BatchScorer, cells: readonly Cells[], rows: number, counts: Map<string, number>): void {
  scorer.predictions.forEach(({ column, type }, i) => {
    if (type !== 'FLOAT' && type !== 'DOUBLE') return;
    const found = type === 'FLOAT' ? notFiniteOf32(cells[i] as Float32Array, rows) : notFiniteOf64(cells[i] as Float64Array, rows);
    if (found > 0) counts.set(column, (counts.get(column) ?? 0) + found);
  });
}

// One function a kind of array: a loop that sees several kinds runs at a fraction of the speed.
function notFiniteOf32(values: Float32Array, rows: number): number {
  let found = 0;
  for (let row = 0; row < rows; row += 1) if (!Number.isFinite(values[row])) found += 1;
  return found;
}

function notFiniteOf64(values: Float64Array, rows: number): number {
  let found = 0;
  for (let row = 0; row < rows; row += 1) if (!Number.isFinite(values[row])) found += 1;
  return found;
}

const partRowsOf = ({ partRows = usualPartRows }: ScoreRequest): number => partRows;

/** Scores what is not done yet. Gives what was counted over all rows, those of an earlier run too. */
async function scoreParts(work: Work): Promise<PartCounts> {
  const { request, scorer, dataset, database, folder, context } = work;
  const partRows = partRowsOf(request);
  const blockRows = Math.min(mostBlockRows, partRows);
  if (partRows % blockRows !== 0) throw new Error(`A part of ${partRows} rows is not made of whole blocks of ${blockRows}.`);
  const { policy, fill } = { policy: request.settings.nulls, fill: request.settings.fill };
  const missing: MissingRule = { policy, fill, counts: new Map(Object.entries(folder.counts.missing)) };
  const notFinite = new Map(Object.entries(folder.counts.notFinite));
  const counts = (): PartCounts => ({ missing: Object.fromEntries(missing.counts), notFinite: Object.fromEntries(notFinite) });
  const families = new Map(dataset.columns.map(({ column, family }) => [column, family]));
  const columns = scorer.features.map(({ column, kind }) => ({ column, storage: storageFor(kind, families.get(column)!) }));
  const total = dataset.numberOfRows;
  const skip = Math.min(total, folder.done * partRows);
  const pacer = new Pacer(context.signal);
  let scored = skip;
  await database.using(context.signal, async (connection) => {
    const parts = new PredictionParts(connection, scorer.predictions, folder.path, partRows, folder.done);
    const finish = async (written: readonly string[]): Promise<void> => {
      for (const part of written) await folder.finish(part, counts());
    };
    const take = async ({ start, rows, columns: values }: FeatureBlock): Promise<void> => {
      const given = scorer.features.map((feature, i) => toCells(feature, values[i]!, rows, start, missing));
      const cells = await scorer.score({ rows, columns: given });
      countNotFinite(scorer, cells, rows, notFinite);
      scored += rows;
      await finish(await parts.add(cells, rows));
      const share = Math.min(1, scored / total);
      context.progress({ share: share * 0.9, message: `Scored ${formatCount(scored)} of ${formatCount(total)} rows` });
    };
    if (skip < total)
      await streamFeatures(database, { view: dataset.view, columns, skip, blockRows }, { signal: context.signal, pacer }, take);
    // A stream that is interrupted may end as one that is done.
    pacer.check();
    if (scored !== total)
      throw new AppError('E_DATA_UNREADABLE', `${dataset.source.path} had ${total} rows and then ${scored}: it changed while it was read.`);
    if (skip < total || folder.done === 0) await finish(await parts.end());
  });
  return counts();
}

/** The columns of the file that is written: what is kept of the data, predictions, and which model it was. */
function columnsOfOutput({ request, dataset, scorer, model }: Work): Pick<PartsToJoin, 'keep' | 'constants'> & { replaced: string[] } {
  const values = [request.model.name ?? model.info.name, request.model.version ?? model.info.modelVersion, model.info.sha256];
  const constants = request.stamp === false ? [] : modelColumns.map((column, i) => ({ column, value: values[i]! }));
  const added = new Set([...scorer.predictions, ...constants].map(({ column }) => column.toLowerCase()));
  const isAdded = (column: string): boolean => added.has(column.toLowerCase());
  const wanted = request.keep ?? dataset.columns.map(({ column }) => column);
  return { keep: wanted.filter((column) => !isAdded(column)), constants, replaced: wanted.filter(isAdded) };
}

async function join(work: Work): Promise<string[]> {
  const { request, scorer, dataset, database, folder, context } = work;
  context.progress({ share: 0.92, message: 'Writing rows and predictions' });
  const path = `${folder.path}/joined.parquet`;
  const { keep, constants, replaced } = columnsOfOutput(work);
  await database.using(context.signal, async (connection) =>
    joinParts(connection, { view: dataset.view, parts: folder.parts(), keep, predictions: scorer.predictions, constants, path }),
  );
  await request.place(path);
  return replaced;
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
  const work = {
    files,
    model: sha256,
    mapped,
    nulls,
    fill,
    derive: request.derive ?? [],
    where: request.where,
    partRows: partRowsOf(request),
    version,
  };
  return openPartsFolder(request.output, work);
}

async function scoreWith(
  request: ScoreRequest,
  model: OpenModel,
  source: ResolvedSource,
  database: Database,
  context: JobContext,
): Promise<ScoringResult> {
  const rows = { where: request.where, sample: null, derive: [...(request.derive ?? [])] };
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
  const started = performance.now();
  try {
    const work: Work = { request, model, scorer, dataset, database, folder, context };
    const counts = await scoreParts(work);
    const replaced = await join(work);
    await folder.remove();
    return {
      rows: dataset.numberOfRows,
      resumedRows: Math.min(dataset.numberOfRows, folder.done * partRowsOf(request)),
      task: scorer.task,
      mapped: [...mapped],
      predictions: [...scorer.predictions],
      missing: { ...counts.missing },
      notFinite: { ...counts.notFinite },
      replaced,
      model: {
        name: request.model.name ?? model.info.name,
        version: request.model.version ?? model.info.modelVersion,
        sha256: model.info.sha256,
      },
      scoringMs: Math.round(performance.now() - started),
    };
  } catch (error) {
    if (folder.parts().length === 0) await folder.remove();
    throw error;
  }
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
