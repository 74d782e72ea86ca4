import { seededRandom, type Random } from '#shared/lib/random.ts';
import type { Pacer } from '../jobs/pacer.ts';
import { scoreRows, trainGradientBoosting, usualBoosting, type BoostedTrees, type BoostingOptions } from '../learners/gradientBoosting.ts';
import { areaUnderRoc } from '../stats/areaUnderRoc.ts';
import { normalUpperTail } from '../stats/normalUpperTail.ts';

export const folds = 5;

const boosting: BoostingOptions = { ...usualBoosting, loss: 'logistic', trees: 50, leaves: 15, bins: 64, l2: 1 };

/** Of more columns each tree sees a draw: a column that tells is in many, and the time stays in bounds. */
const columnsOfTree = 40;

/** Rows of both sides, one after the other: those from `labels` 1 are current. */
export interface LabelledRows {
  readonly columns: readonly Float64Array[];
  readonly labels: Uint8Array;
}

/** Places 0 … n − 1 in an order drawn by the seed. */
export function shuffled(n: number, random: Random): Uint32Array {
  const places = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [places[i], places[j]] = [places[j]!, places[i]!];
  }
  return places;
}

interface Fold {
  readonly learned: Uint32Array;
  readonly unseen: Uint32Array;
}

/** Folds with the same share of both sides. */
function foldsOf({ labels }: LabelledRows, random: Random): Fold[] {
  const foldOf = new Uint8Array(labels.length);
  const seen = [0, 0];
  for (const row of shuffled(labels.length, random)) foldOf[row] = seen[labels[row]!]!++ % folds;
  const all = Uint32Array.from(labels, (_, row) => row);
  return Array.from({ length: folds }, (_, fold) => ({
    learned: all.filter((row) => foldOf[row] !== fold),
    unseen: all.filter((row) => foldOf[row] === fold),
  }));
}

async function train(rows: LabelledRows, learned: Uint32Array, pacer: Pacer): Promise<BoostedTrees> {
  const target = Float64Array.from(learned, (row) => rows.labels[row]!);
  const options = { ...boosting, featureShare: Math.min(1, columnsOfTree / rows.columns.length) };
  const trained = await pacer.run(trainGradientBoosting(rows.columns, learned, target, options));
  if (trained.model === null) throw new Error(`a fold with both sides cannot be learned from: ${trained.reason}`);
  return trained.model;
}

/** How likely a fold's own area is by chance. Its rows were not learned from, so that ranks are as good as drawn. */
function foldPValue({ unseen }: Fold, scores: Float64Array, labels: Uint8Array): number {
  const own = Uint8Array.from(unseen, (row) => labels[row]!);
  const m = own.reduce((sum, label) => sum + label, 0);
  const n = own.length - m;
  const area = areaUnderRoc(
    Float64Array.from(unseen, (row) => scores[row]!),
    own,
  );
  return normalUpperTail((area - 0.5) / Math.sqrt((n + m + 1) / (12 * n * m)));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** The area over all rows, each scored by a model that has not seen it. */
export class OutOfFold {
  readonly gains: Float64Array;
  readonly rocAuc: number;
  /** The chance of folds like these where the sides do not differ; at most 1. */
  readonly pValue: number;

  private constructor(
    private readonly rows: LabelledRows,
    private readonly parts: readonly { readonly fold: Fold; readonly model: BoostedTrees }[],
  ) {
    this.gains = new Float64Array(rows.columns.length);
    for (const { model } of parts) model.gains.forEach((gain, i) => (this.gains[i]! += gain));
    const scores = this.scores(rows.columns);
    this.rocAuc = areaUnderRoc(scores, rows.labels);
    this.pValue = Math.min(1, 2 * median(parts.map(({ fold }) => foldPValue(fold, scores, rows.labels))));
  }

  /** Learns `folds` times; each side must have at least that many rows. */
  static async learn(rows: LabelledRows, seed: number, pacer: Pacer, step: (done: number) => void = () => {}): Promise<OutOfFold> {
    const parts = [];
    for (const fold of foldsOf(rows, seededRandom(seed))) {
      step(parts.length / folds);
      parts.push({ fold, model: await train(rows, fold.learned, pacer) });
    }
    return new OutOfFold(rows, parts);
  }

  private scores(columns: readonly Float64Array[]): Float64Array {
    const scores = new Float64Array(this.rows.labels.length);
    for (const { fold, model } of this.parts) {
      const own = scoreRows(model, columns, fold.unseen);
      fold.unseen.forEach((row, i) => (scores[row] = own[i]!));
    }
    return scores;
  }

  /** The area once the values of one column are mixed up over all rows. */
  areaWithMixed(column: number, random: Random): number {
    const { columns, labels } = this.rows;
    const order = shuffled(labels.length, random);
    const mixed = Float64Array.from(order, (row) => columns[column]![row]!);
    const scores = this.scores(columns.map((own, i) => (i === column ? mixed : own)));
    return areaUnderRoc(scores, labels);
  }
}
