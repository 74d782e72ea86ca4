import { AppError } from '#shared/errors/AppError.ts';
import type { DataSource } from '#shared/domain/dataset.ts';
import type { Derivation } from '#shared/domain/settings.ts';
import type { ColumnMapping, MappedInput, ModelInfo, ModelTask, PredictionColumn } from '#shared/domain/model.ts';
import { openDataset } from '../data/dataset.ts';
import { openDuckDb } from '../data/openDuckDb.ts';
import { resolveSource } from '../data/resolveSource.ts';
import { mapColumns, type TableColumn } from './columnMapping.ts';
import { inspectModel, openModel, type OpenModel } from './openModel.ts';
import { createBatchScorer } from './scoring/batchScorer.ts';

/** How columns would fill a model. */
export interface ModelFit {
  readonly task: ModelTask | null;
  readonly mapped: MappedInput[];
  readonly predictions: PredictionColumn[];
  readonly problem: string | null;
}

interface FitRequest {
  readonly path: string;
  readonly source: DataSource | null;
  readonly map: ColumnMapping;
  /** Columns worked out in SQL, which may be features. */
  readonly derive?: readonly Derivation[];
  readonly notFeatures: readonly string[];
}

async function columnsOf(data: DataSource, derive: readonly Derivation[], signal: AbortSignal): Promise<readonly TableColumn[]> {
  const source = await resolveSource(data);
  const database = await openDuckDb({ files: source.files.map(({ path }) => path) });
  try {
    const rows = { where: null, sample: null, derive: [...derive], inPlace: true };
    return (await openDataset(database, { side: 'current', source, rows }, signal)).columns;
  } finally {
    await database.close();
  }
}

async function fit(model: OpenModel, request: FitRequest, columns: readonly TableColumn[]): Promise<ModelFit> {
  try {
    const { path, map, notFeatures } = request;
    const mapped = mapColumns({ path, inputs: model.inputs, metadata: model.info.metadata, columns, map, notFeatures });
    const { task, predictions } = await createBatchScorer(model, mapped);
    return { task, mapped, predictions: [...predictions], problem: null };
  } catch (error) {
    if (error instanceof AppError) return { task: null, mapped: [], predictions: [], problem: error.message };
    throw error;
  }
}

/** What a model is, why it cannot be run (if so), and how the columns of a data set would fill it (if one is named). */
export async function fitModel(
  request: FitRequest,
  signal: AbortSignal,
): Promise<{ info: ModelInfo; refused: string | null; fit: ModelFit | null }> {
  const model = await openModel(request.path).catch(async (error: unknown) => {
    // What can be read is told even of a model that cannot be run.
    if (error instanceof AppError && (error.code === 'E_MODEL_UNSUPPORTED' || error.code === 'E_MODEL_EXTERNAL_DATA')) return error;
    throw error;
  });
  if (model instanceof AppError) return { info: await inspectModel(request.path), refused: model.message, fit: null };
  try {
    const columns = request.source === null ? null : await columnsOf(request.source, request.derive ?? [], signal);
    return { info: model.info, refused: null, fit: columns === null ? null : await fit(model, request, columns) };
  } finally {
    await model.close();
  }
}
