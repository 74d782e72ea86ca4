import type { MappedInput, ModelTask, PredictionColumn } from '#shared/domain/model.ts';
import type { OpenModel } from '../openModel.ts';
import type { ModelInput } from '../modelInputs.ts';
import { planPredictions, type PlacedColumn } from '../predictionColumns.ts';
import { emptyBlock, runtimeError, type Block } from '../runtime.ts';
import { makeCells, type Cells, type CellKind } from '../tensors.ts';
import { intoLines, outOfLines } from './lines.ts';

/** The entry of a model's metadata that says what is done with missing values, and what it says where they may be given. */
export const missingKey = 'missing_values';
export const missingTaken = 'nan';

/** A column that rows bring to the model, in the kind of the input it goes to. */
export interface FeatureColumn {
  readonly column: string;
  readonly input: string;
  readonly kind: CellKind;
  /** The file of the model says that it knows what to do with a missing value. */
  readonly takesMissing?: boolean;
}

/** Rows for a model: the cells of each feature column, in the order of `features`, each at least `rows` long. */
export interface FeatureRows {
  readonly rows: number;
  readonly columns: readonly Cells[];
}

/** A model made ready for columns: give rows, get predictions. Holds the thread while it runs. */
export interface BatchScorer {
  readonly task: ModelTask;
  readonly features: readonly FeatureColumn[];
  readonly predictions: readonly PredictionColumn[];
  /** The cells of each prediction column, in the order of `predictions`. Throws E_MODEL_UNSUPPORTED. */
  score(rows: FeatureRows): Promise<Cells[]>;
}

interface Slot extends ModelInput {
  /** Position of its first column among the features. */
  readonly first: number;
  readonly columns: number;
}

function slotsOf(inputs: readonly ModelInput[], mapped: readonly MappedInput[]): Slot[] {
  let first = 0;
  return mapped.map(({ input, columns }) => {
    const slot = { ...inputs.find(({ name }) => name === input)!, first, columns: columns.length };
    first += columns.length;
    return slot;
  });
}

const dimsOf = ({ rank, columns }: Slot, rows: number): number[] => (rank === 1 ? [rows] : [rows, columns]);

/** Puts columns side by side into the lines of a tensor; rows beyond the given ones repeat the last. */
function fill(slot: Slot, given: FeatureRows, from: number, count: number, size: number): Block {
  if (slot.columns === 1 && size === count) {
    const column = given.columns[slot.first]!;
    return { kind: slot.kind, cells: part(column, from, count), dims: dimsOf(slot, size) };
  }
  const cells = makeCells(slot.kind, size * slot.columns);
  for (let column = 0; column < slot.columns; column += 1) {
    intoLines(given.columns[slot.first + column]!, from, count, cells, { offset: column, width: slot.columns });
  }
  const into = cells as unknown as unknown[];
  for (let at = count * slot.columns; at < into.length; at += 1) into[at] = into[at - slot.columns];
  return { kind: slot.kind, cells, dims: dimsOf(slot, size) };
}

/** A stretch of a column, without a copy where it can be. */
function part(column: Cells, from: number, count: number): Cells {
  return Array.isArray(column) ? column.slice(from, from + count) : column.subarray(from, from + count);
}

function indexOfHighest(cells: Float64Array, start: number, width: number): number {
  let best = 0;
  for (let i = 1; i < width; i += 1) if (cells[start + i]! > cells[start + best]!) best = i;
  return best;
}

function cellsFor(type: PredictionColumn['type'], rows: number): Cells {
  if (type === 'FLOAT') return new Float32Array(rows);
  if (type === 'DOUBLE') return new Float64Array(rows);
  if (type === 'BIGINT') return new BigInt64Array(rows);
  if (type === 'UBIGINT') return new BigUint64Array(rows);
  if (type === 'BOOLEAN') return new Uint8Array(rows);
  return new Array<string>(rows);
}

/** Copies the cells of one prediction column out of the lines of an output. */
function take(column: PlacedColumn, block: Block, target: Cells, to: number, count: number): void {
  const { width, highest } = column;
  if (highest === null) {
    outOfLines(block.cells, column, target, to, count);
    return;
  }
  const cells = block.cells as Float64Array;
  for (let row = 0; row < count; row += 1) (target as string[])[to + row] = highest[indexOfHighest(cells, row * width, width)]!;
}

/**
 * Makes a model ready for the columns it was mapped to. It is tried once with empty rows, so that what cannot run is
 * refused before any data are read. Throws E_MODEL_UNSUPPORTED.
 */
export async function createBatchScorer(model: OpenModel, mapped: readonly MappedInput[]): Promise<BatchScorer> {
  const { info, inputs, unzipped, session } = model;
  const slots = slotsOf(inputs, mapped);
  const batch = inputs.find((input) => input.batch !== null)?.batch ?? null;
  const trialRows = batch ?? 2;
  const trial = await model
    .tryOut(Object.fromEntries(slots.map((slot) => [slot.name, emptyBlock(slot.kind, dimsOf(slot, trialRows))])))
    .catch((error: unknown) => {
      throw runtimeError(info.path, 'failed on a trial run with empty rows', (error as Error).cause ?? error);
    });
  const plan = planPredictions({ path: info.path, classes: info.classes, unzipped }, trial, trialRows);

  const runOnce = async (given: FeatureRows, from: number, count: number, results: readonly Cells[]): Promise<void> => {
    const size = batch ?? count;
    const outputs = await session.run(Object.fromEntries(slots.map((slot) => [slot.name, fill(slot, given, from, count, size)])));
    plan.columns.forEach((column, i) => take(column, outputs[column.output]!, results[i]!, from, count));
  };
  const takesMissing = info.metadata[missingKey] === missingTaken;
  return {
    task: plan.task,
    features: mapped.flatMap(({ input, columns }) =>
      columns.map((column) => ({ column, input, kind: inputs.find(({ name }) => name === input)!.kind, takesMissing })),
    ),
    predictions: plan.columns.map(({ column, output, role, class: of, type }) => ({ column, output, role, class: of, type })),
    score: async (given) => {
      const results = plan.columns.map(({ type }) => cellsFor(type, given.rows));
      const step = batch ?? Math.max(1, given.rows);
      for (let from = 0; from < given.rows; from += step) await runOnce(given, from, Math.min(step, given.rows - from), results);
      return results;
    },
  };
}
