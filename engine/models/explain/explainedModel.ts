import type { Pacer } from '../../jobs/pacer.ts';
import type { OpenModel } from '../openModel.ts';
import type { BatchScorer, FeatureColumn, FeatureRows } from '../scoring/batchScorer.ts';
import type { Cells } from '../tensors.ts';
import { planNumbers, type NumberPlan } from './explainedNumbers.ts';

/** A column of the data, and the features of the model that it fills. */
export interface Player {
  readonly column: string;
  readonly features: readonly number[];
}

/** A model as explanations see it: columns in, numbers out, in batches that hold the thread for a moment only. */
export interface ExplainedModel {
  readonly plan: NumberPlan;
  readonly scorer: BatchScorer;
  readonly features: readonly FeatureColumn[];
  readonly players: readonly Player[];
  /** Rows that were given to the model so far. */
  readonly evaluations: () => number;
  /** The prediction columns. Throws E_MODEL_UNSUPPORTED, E_CANCELLED. */
  score(rows: FeatureRows): Promise<Cells[]>;
  /** The explained numbers. */
  predict(rows: FeatureRows): Promise<Float64Array[]>;
}

const mostBatchRows = 1024;
const fewestBatchRows = 16;
/** After a batch that takes longer than this the next ones have half the rows; after quick ones they grow again. */
const longestBatchMs = 24;

export function playersOf(features: readonly FeatureColumn[]): Player[] {
  const byColumn = new Map<string, number[]>();
  features.forEach(({ column }, i) => byColumn.set(column, [...(byColumn.get(column) ?? []), i]));
  return [...byColumn].map(([column, own]) => ({ column, features: own }));
}

/** Rows `from` to `to` of cells. */
export function sliceCells(cells: Cells, from: number, to: number): Cells {
  return Array.isArray(cells) ? cells.slice(from, to) : cells.subarray(from, to);
}

function append(target: unknown[] | Cells, source: Cells, at: number): void {
  if (Array.isArray(target)) for (let i = 0; i < source.length; i += 1) target[at + i] = source[i];
  else (target as Float64Array).set(source as Float64Array, at);
}

function roomLike(cells: Cells, rows: number): Cells {
  return Array.isArray(cells) ? new Array<string>(rows).fill('') : new (cells.constructor as Float64ArrayConstructor)(rows);
}

/** Prepares a model that is mapped to columns for being explained. Throws E_CLASS_UNKNOWN. */
export function createExplainedModel(
  model: Pick<OpenModel, 'info' | 'unzipped'>,
  scorer: BatchScorer,
  { chosenClass, pacer }: { readonly chosenClass: string | null; readonly pacer: Pacer },
): ExplainedModel {
  const classes = model.info.classes ?? model.unzipped[0]?.classes ?? null;
  const plan = planNumbers(scorer, classes, chosenClass);
  let batchRows = mostBatchRows;
  let evaluations = 0;
  const score = async (given: FeatureRows): Promise<Cells[]> => {
    const results: Cells[] = [];
    for (let from = 0; from < given.rows;) {
      const to = Math.min(given.rows, from + batchRows);
      const started = performance.now();
      const part = await scorer.score({ rows: to - from, columns: given.columns.map((cells) => sliceCells(cells, from, to)) });
      const took = performance.now() - started;
      if (took > longestBatchMs) batchRows = Math.max(fewestBatchRows, batchRows >> 1);
      else if (took < longestBatchMs / 4) batchRows = Math.min(mostBatchRows, batchRows << 1);
      part.forEach((cells, i) => append((results[i] ??= roomLike(cells, given.rows)), cells, from));
      evaluations += to - from;
      from = to;
      await pacer.pause();
    }
    return given.rows === 0 ? scorer.predictions.map(() => new Float64Array(0)) : results;
  };
  return {
    plan,
    scorer,
    features: scorer.features,
    players: playersOf(scorer.features),
    evaluations: () => evaluations,
    score,
    predict: async (rows) => plan.readNumbers(await score(rows)),
  };
}
