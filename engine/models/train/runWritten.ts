import { AppError } from '#shared/errors/AppError.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import type { OpenDataset } from '../../data/dataset.ts';
import { streamFeatures } from '../../data/featureBlocks.ts';
import type { Database } from '../../data/openDuckDb.ts';
import { joinParts, partName, PredictionParts, type PartColumn } from '../../data/predictionParts.ts';
import { Pacer, type JobContext } from '../../jobs/pacer.ts';
import { mapColumns } from '../columnMapping.ts';
import { openModel, type OpenModel } from '../openModel.ts';
import { createBatchScorer, type BatchScorer } from '../scoring/batchScorer.ts';
import { storageFor, toCells, type MissingRule } from '../scoring/toCells.ts';
import type { Fitted } from './fitted.ts';

/** What the written model said of every row. */
export interface WrittenPredictions {
  /** A number a row, or the probability of each class. */
  readonly cells: Float64Array;
  /** The largest difference from the model in memory, as a share of what was added up. */
  readonly largestDifference: number;
  /** The columns that scoring adds. */
  readonly predictions: readonly PartColumn[];
  /** Brings rows with their predictions into a parquet file: those learned from, or those held out. */
  save(which: 'learned' | 'held-out', path: string): Promise<void>;
}

export interface WrittenRun {
  readonly database: Database;
  readonly dataset: OpenDataset;
  /** The file that was written. */
  readonly path: string;
  readonly fitted: Fitted;
  /** 1 for a row that was learned from. */
  readonly learned: Uint8Array;
  readonly target: string;
}

const blockRows = 8192;
const learnedColumn = 'learned from';

function compare({ fitted, dataset, path }: WrittenRun, cells: Float64Array): number {
  const width = fitted.classes?.length ?? 1;
  const own = new Float64Array(width);
  let largest = 0;
  for (let row = 0; row < dataset.numberOfRows; row++) {
    const size = fitted.predict(row, own);
    for (let i = 0; i < width; i++) {
      const difference = Math.abs(cells[row * width + i]! - own[i]!) / (size > 0 ? size : 1);
      // NaN is no agreement either.
      if (!(difference <= largest)) largest = difference;
      if (!(difference <= fitted.tolerance)) {
        const message = `The written model gives ${cells[row * width + i]} for row ${formatCount(row + 1)}, where ${own[i]} was trained.`;
        throw new AppError('E_TRAINING_CHECK', message, { subject: { path } });
      }
    }
  }
  return largest;
}

/** Puts what a block was predicted into the cells of all rows: the one number, or the probabilities. */
function keep(scorer: BatchScorer, given: readonly unknown[], start: number, rows: number, cells: Float64Array): void {
  const probabilities = scorer.predictions.flatMap(({ role }, i) => (role === 'probability' ? [i] : []));
  const wanted = probabilities.length > 0 ? probabilities : [scorer.predictions.findIndex(({ role }) => role === 'prediction')];
  wanted.forEach((index, offset) => {
    const values = given[index] as Float64Array;
    for (let row = 0; row < rows; row++) cells[(start + row) * wanted.length + offset] = values[row]!;
  });
}

async function scoreRows(run: WrittenRun, scorer: BatchScorer, context: JobContext): Promise<Float64Array> {
  const { database, dataset, fitted, learned } = run;
  const families = new Map(dataset.columns.map(({ column, family }) => [column, family]));
  const columns = scorer.features.map(({ column, kind }) => ({ column, storage: storageFor(kind, families.get(column)!) }));
  const cells = new Float64Array(dataset.numberOfRows * (fitted.classes?.length ?? 1));
  const missing: MissingRule = { policy: 'nan', fill: {}, counts: new Map() };
  const pacer = new Pacer(context.signal);
  await database.using(context.signal, async (connection) => {
    const kept: PartColumn[] = [...scorer.predictions, { column: learnedColumn, type: 'BOOLEAN' }];
    const parts = new PredictionParts(connection, kept, database.temporary, Number.POSITIVE_INFINITY, 0);
    await streamFeatures(
      database,
      { view: dataset.view, columns, skip: 0, blockRows },
      { signal: context.signal, pacer },
      async (block) => {
        const { start, rows } = block;
        const given = scorer.features.map((feature, i) => toCells(feature, block.columns[i]!, rows, start, missing));
        const scored = await scorer.score({ rows, columns: given });
        keep(scorer, scored, start, rows, cells);
        await parts.add([...scored, learned.subarray(start, start + rows)], rows);
        context.progress({ share: 0.7 + (0.2 * (start + rows)) / dataset.numberOfRows, message: 'Running the written model on every row' });
      },
    );
    await parts.end();
  });
  return cells;
}

async function save(
  run: WrittenRun,
  predictions: readonly PartColumn[],
  learned: boolean,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const { database, dataset } = run;
  const added = new Set(predictions.map(({ column }) => column));
  const keepColumns = dataset.columns.map(({ column }) => column).filter((column) => !added.has(column));
  await database.using(signal, (connection) =>
    joinParts(connection, {
      view: dataset.view,
      parts: [`${database.temporary}/${partName(0)}`],
      keep: keepColumns,
      predictions,
      constants: [],
      where: `${learned ? '' : 'not '}parts.c${predictions.length}`,
      path,
    }),
  );
}

async function runOpen(run: WrittenRun, model: OpenModel, context: JobContext): Promise<WrittenPredictions> {
  const { dataset, path, target } = run;
  const mapped = mapColumns({
    path,
    inputs: model.inputs,
    metadata: model.info.metadata,
    columns: dataset.columns,
    map: {},
    notFeatures: [target],
  });
  const scorer = await createBatchScorer(model, mapped);
  const cells = await scoreRows(run, scorer, context);
  return {
    cells,
    largestDifference: compare(run, cells),
    predictions: scorer.predictions,
    save: (which, place) => save(run, scorer.predictions, which === 'learned', place, context.signal),
  };
}

/**
 * Opens the written file as anyone would, runs it on every row in file order and compares what it says with the model in
 * memory. Throws E_TRAINING_CHECK where the two differ by more than rounding.
 */
export async function runWritten(run: WrittenRun, context: JobContext): Promise<WrittenPredictions> {
  const model = await openModel(run.path);
  try {
    return await runOpen(run, model, context);
  } finally {
    await model.close();
  }
}
