import { quasiNewton, type Valley } from './quasiNewton.ts';
import type { SparseRows } from './sparseRows.ts';

/** A fitted classifier: the score of a row is intercept + weights · row. */
export interface LogisticFit {
  readonly weights: Float64Array;
  readonly intercept: number;
  /** ½‖weights‖² + strength × Σ log(1 + exp(−score)) with the score's sign turned where the label is 0. */
  readonly loss: number;
}

export interface LogisticOptions {
  /** How much the rows weigh against the size of the weights: scikit-learn's C. */
  readonly strength: number;
  /** Ends when no slope of the mean loss is steeper. */
  readonly tolerance: number;
  readonly mostSteps: number;
}

/** log(1 + exp(−margin)) without overflow. */
const rowLoss = (margin: number): number => (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin);

/** The loss as a place one can walk in: the weights, and in the last cell the intercept. */
class LogisticValley implements Valley {
  readonly place: Float64Array;
  readonly gradient: Float64Array;
  private readonly scores: Float64Array;
  private readonly along: Float64Array;
  private direction: Float64Array;

  constructor(
    private readonly rows: SparseRows,
    private readonly labels: Uint8Array,
    private readonly used: Uint32Array,
    private readonly strength: number,
  ) {
    this.place = new Float64Array(rows.width + 1);
    this.gradient = new Float64Array(rows.width + 1);
    this.scores = new Float64Array(used.length);
    this.along = new Float64Array(used.length);
    this.direction = this.place;
    this.renewGradient();
  }

  lookAlong(direction: Float64Array): void {
    this.direction = direction;
    for (let i = 0; i < this.used.length; i++) this.along[i] = scoreOf(this.rows, this.used[i]!, direction);
  }

  valueAt(size: number): number {
    const { place, direction, rows, used, labels, scores, along } = this;
    let squares = 0;
    for (let j = 0; j < rows.width; j++) squares += (place[j]! + size * direction[j]!) ** 2;
    let losses = 0;
    for (let i = 0; i < used.length; i++) {
      const score = scores[i]! + size * along[i]!;
      losses += rowLoss(labels[used[i]!] === 1 ? score : -score);
    }
    return squares / 2 + this.strength * losses;
  }

  step(size: number): void {
    const { place, direction, scores, along } = this;
    for (let j = 0; j < place.length; j++) place[j]! += size * direction[j]!;
    for (let i = 0; i < scores.length; i++) scores[i]! += size * along[i]!;
    this.renewGradient();
  }

  private renewGradient(): void {
    const { rows, used, labels, scores, gradient, place, strength } = this;
    gradient.set(place);
    gradient[rows.width] = 0;
    for (let i = 0; i < used.length; i++) {
      const row = used[i]!;
      const pull = strength * (1 / (1 + Math.exp(-scores[i]!)) - labels[row]!);
      gradient[rows.width]! += pull;
      const scaled = pull * rows.scales[row]!;
      for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) gradient[rows.columns[at]!]! += scaled;
    }
  }
}

/** The score of a row under weights whose last cell is the intercept. */
function scoreOf({ starts, columns, scales, width }: SparseRows, row: number, place: Float64Array): number {
  let sum = 0;
  for (let at = starts[row]!; at < starts[row + 1]!; at++) sum += place[columns[at]!]!;
  return sum * scales[row]! + place[width]!;
}

/**
 * Logistic regression on sparse rows with a penalty on the squares of the weights; the intercept is free.
 *
 * Must be true: `labels` has a 0 or 1 for each row, and both occur among the rows in `used`, the numbers of the rows to
 * learn from.
 * Returns the weights of the lowest loss, as near as the tolerance says. Yields after each step.
 * Throws nothing.
 *
 * Source: D. R. Cox (1958); the loss is that of scikit-learn's LogisticRegression with the penalty l2.
 *
 * @example sparseLogistic(unitRows([[0], [1]], 2), Uint8Array.of(0, 1), Uint32Array.of(0, 1), { strength: 1, tolerance: 9, mostSteps: 9 }).next().value.intercept // → 0
 */
export function* sparseLogistic(
  rows: SparseRows,
  labels: Uint8Array,
  used: Uint32Array,
  { strength, tolerance, mostSteps }: LogisticOptions,
): Generator<void, LogisticFit, void> {
  const valley = new LogisticValley(rows, labels, used, strength);
  yield* quasiNewton(valley, { tolerance: tolerance * strength * used.length, mostSteps });
  valley.lookAlong(valley.place);
  return { weights: valley.place.slice(0, rows.width), intercept: valley.place[rows.width]!, loss: valley.valueAt(0) };
}

/**
 * The scores of rows under a fitted classifier.
 *
 * Must be true: the fit was made on rows as wide; `wanted` holds numbers of rows.
 * Returns one score a wanted row: above 0 the label 1 is the likelier.
 * Throws nothing.
 *
 * Source: see sparseLogistic.
 *
 * @example logisticScores(unitRows([[0]], 1), { weights: Float64Array.of(2), intercept: 1, loss: 0 }, Uint32Array.of(0)) // → [3]
 */
export function logisticScores(rows: SparseRows, { weights, intercept }: LogisticFit, wanted: Uint32Array): Float64Array {
  const place = new Float64Array(rows.width + 1);
  place.set(weights);
  place[rows.width] = intercept;
  return Float64Array.from(wanted, (row) => scoreOf(rows, row, place));
}
