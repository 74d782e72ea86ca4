import { createHash } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DatasetSummary } from '#shared/domain/dataset.ts';
import type { TrainingRequest, TrainingResult } from '#shared/domain/training.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { databaseError } from '../../data/databaseError.ts';
import { openDataset, summarise, type OpenDataset } from '../../data/dataset.ts';
import { openDuckDb, type Database } from '../../data/openDuckDb.ts';
import { resolveSource } from '../../data/resolveSource.ts';
import { Pacer, type JobContext } from '../../jobs/pacer.ts';
import { fitModelOfKind } from './fitModelOfKind.ts';
import type { Fitted } from './fitted.ts';
import { GraphBuilder } from './graphBuilder.ts';
import { measureClasses, measureNumbers, type Measured } from './measureRows.ts';
import { missingKey, missingTaken } from '../scoring/batchScorer.ts';
import { modelCard } from './modelCard.ts';
import { readTarget, type Target } from './readTarget.ts';
import { runWritten, type WrittenPredictions } from './runWritten.ts';
import { splitRows } from './splitRows.ts';
import { impossible, readTrainingTable } from './trainingTable.ts';

/** Where the files go, and who brings finished ones there. */
export interface TrainingFiles {
  readonly model: string;
  readonly card: string;
  readonly reference: string;
  /** null where the rows learned from are not kept. */
  readonly training: string | null;
  /** Copies a finished file to its place, whole or not at all. */
  readonly place: (made: string, path: string) => Promise<void>;
}

interface Work {
  readonly request: TrainingRequest;
  readonly files: TrainingFiles;
  readonly database: Database;
  readonly dataset: OpenDataset;
  readonly context: JobContext;
}

/** One hash for one file; of several files the hash of their hashes. */
function hashOf({ files }: DatasetSummary): string {
  if (files.length === 1) return files[0]!.sha256;
  return createHash('sha256')
    .update(files.map(({ sha256 }) => sha256).join('\n'))
    .digest('hex');
}

interface Trained {
  readonly fitted: Fitted;
  readonly target: Target;
  readonly learned: Uint8Array;
  /** Rows with a target on either side. */
  readonly train: Uint32Array;
  readonly reference: Uint32Array;
  readonly notes: readonly string[];
}

async function train({ request, database, dataset, context }: Work): Promise<Trained> {
  const table = await readTrainingTable(database, dataset, request, context);
  const learned = splitRows(table.rows, request.split);
  const all = Uint32Array.from({ length: table.rows }, (_, row) => row);
  const target = readTarget(table, request, learned);
  const train = all.filter((row) => learned[row] === 1 && target.isThere(row));
  const reference = all.filter((row) => learned[row] === 0 && target.isThere(row));
  if (train.length === 0) throw impossible(`The target ${request.target} is missing in every training row.`, request.target);
  context.progress({ share: 0.2, message: `Learning from ${formatCount(train.length)} rows` });
  const { fitted, notes } = await fitModelOfKind(table.features, { request, target, rows: train }, new Pacer(context.signal));
  return { fitted, target, learned, train, reference, notes };
}

function measured({ target, fitted }: Trained, rows: Uint32Array, { cells }: WrittenPredictions): Measured {
  if (target.as === 'number') return measureNumbers(rows, target.values, cells);
  return measureClasses(rows, target.codes, { classes: fitted.classes!.length, cells });
}

function writeModel({ request, files }: Work, { fitted, target }: Trained, dataHash: string): Uint8Array {
  const builder = new GraphBuilder(fitted.parts);
  fitted.write(builder);
  const metadata = {
    feature_names: JSON.stringify(fitted.parts.map(({ column }) => column)),
    target: request.target,
    kind: request.kind,
    task: target.as === 'number' ? 'regression' : 'classification',
    ...(fitted.classes === null ? {} : { classes: JSON.stringify(fitted.classes) }),
    training_data_sha256: dataHash,
    [missingKey]: missingTaken,
  };
  const name = basename(files.model).replace(/\.onnx$/i, '');
  return builder.bytes({ name, description: `Predicts ${request.target}.`, metadata });
}

function featuresOf({ parts, coefficients }: Fitted): TrainingResult['features'] {
  return parts.map(({ column, as, missing, ...part }, i) => ({
    column,
    as,
    missing,
    categories: 'categories' in part ? part.categories.length : null,
    coefficient: coefficients[i] ?? null,
  }));
}

async function finish(work: Work, trained: Trained): Promise<TrainingResult> {
  const { request, files, database, dataset, context } = work;
  const { fitted, target, learned, notes } = trained;
  const data = await summarise(dataset, context);
  const dataHash = hashOf(data);
  const bytes = writeModel(work, trained, dataHash);
  const made = (name: string): string => join(database.temporary, name);
  await writeFile(made('model.onnx'), bytes);
  const run = { database, dataset, path: made('model.onnx'), fitted, learned, target: request.target };
  const written = await runWritten(run, context);
  const train = measured(trained, trained.train, written);
  const reference = measured(trained, trained.reference, written);
  const without = learned.length - trained.train.length - trained.reference.length;
  const missing =
    without === 0 ? [] : [`${request.target} is missing in ${formatCount(without)} rows; they are neither learned from nor measured.`];
  const result = {
    kind: request.kind,
    task: target.as === 'number' ? ('regression' as const) : ('classification' as const),
    target: request.target,
    features: featuresOf(fitted),
    classes: fitted.classes === null ? null : [...fitted.classes],
    intercept: fitted.intercept,
    train: train.numbers,
    reference: reference.numbers,
    reasons: { train: train.reasons, reference: reference.reasons },
    withoutTarget: without,
    largestDifference: written.largestDifference,
    notes: [...missing, ...target.notes, ...notes, ...fitted.notes],
    path: files.model,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    card: files.card,
    referenceData: files.reference,
    trainingData: files.training,
  };
  context.progress({ share: 0.92, message: 'Writing the reference data' });
  await writeFile(made('card.yaml'), modelCard({ request, result, data, dataHash, settings: fitted.settings }));
  await written.save('held-out', made('reference.parquet'));
  if (files.training !== null) await written.save('learned', made('training.parquet'));
  await files.place(made('reference.parquet'), files.reference);
  if (files.training !== null) await files.place(made('training.parquet'), files.training);
  await files.place(made('card.yaml'), files.card);
  // The model comes last: where it lies, everything beside it is there.
  await files.place(made('model.onnx'), files.model);
  return { ...result, bytes: (await stat(files.model)).size };
}

/**
 * Trains a baseline on a part of the rows and writes it as ONNX. The written file is run on every row and must say what
 * was trained; the metrics are those of its predictions. Beside it go the model card and the held-out rows with their
 * predictions. The same data and settings give the same bytes. Throws E_FILE_…, E_DERIVATION_INVALID,
 * E_CONDITION_INVALID, E_COLUMN_UNKNOWN, E_TRAINING_DATA, E_TRAINING_CHECK, and what placing throws.
 */
export async function trainModel(request: TrainingRequest, files: TrainingFiles, context: JobContext): Promise<TrainingResult> {
  const source = await resolveSource(request.source);
  const database = await openDuckDb({ files: source.files.map(({ path }) => path), ordered: true });
  try {
    const rows = { derive: request.derive, where: request.where, sample: null };
    const dataset = await openDataset(database, { side: 'reference', source, rows }, context.signal);
    const work = { request, files, database, dataset, context };
    return await finish(work, await train(work));
  } catch (error) {
    throw databaseError(error, 'E_DATA_UNREADABLE', `${source.path} cannot be learned from`, { path: source.path });
  } finally {
    await database.close();
  }
}
