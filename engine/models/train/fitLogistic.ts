import { quasiNewton, type Valley } from '../../stats/quasiNewton.ts';
import { widthOf, type Part } from './encodeParts.ts';
import { inUnits, type LinearScores } from './fitLinear.ts';

export interface LogisticSettings {
  /** How much the rows weigh against the size of the coefficients: scikit-learn's C. */
  readonly strength: number;
  /** Ends when no slope of the mean loss is steeper. */
  readonly tolerance: number;
  readonly mostSteps: number;
}

export interface LogisticFitted extends LinearScores {
  readonly steps: number;
}

/** Rows in the order of learning: numbers centred and in units of their deviation, categories as the cell that is 1. */
interface Lines {
  readonly rows: number;
  /** A column each; 0 where missing. */
  readonly numbers: readonly { readonly at: number; readonly values: Float64Array }[];
  readonly categories: readonly { readonly at: number; readonly codes: Int32Array }[];
  readonly width: number;
}

function linesOf(parts: readonly Part[], rows: Uint32Array): Lines {
  const numbers: Lines['numbers'][number][] = [];
  const categories: Lines['categories'][number][] = [];
  let at = 0;
  for (const part of parts) {
    if (part.as === 'number') {
      const { values, mean, scale } = part;
      const scaled = Float64Array.from(rows, (row) => (scale > 0 && Number.isFinite(values[row]) ? (values[row]! - mean) / scale : 0));
      numbers.push({ at, values: scaled });
    } else categories.push({ at, codes: Int32Array.from(rows, (row) => part.codes[row]!) });
    at += widthOf([part]);
  }
  return { rows: rows.length, numbers, categories, width: at };
}

/** Adds coefficients × lines to the scores of one output; the intercept is the cell after the coefficients. */
function addScores({ rows, numbers, categories, width }: Lines, weights: Float64Array, scores: Float64Array): void {
  scores.fill(weights[width]!);
  for (const { at, values } of numbers) {
    const weight = weights[at]!;
    for (let i = 0; i < rows; i++) scores[i]! += weight * values[i]!;
  }
  for (const { at, codes } of categories) for (let i = 0; i < rows; i++) if (codes[i]! >= 0) scores[i]! += weights[at + codes[i]!]!;
}

/** Adds pull × lines to the gradient of one output. */
function addPulls({ rows, numbers, categories, width }: Lines, pulls: Float64Array, gradient: Float64Array): void {
  let sum = 0;
  for (let i = 0; i < rows; i++) sum += pulls[i]!;
  gradient[width]! += sum;
  for (const { at, values } of numbers) {
    let total = 0;
    for (let i = 0; i < rows; i++) total += pulls[i]! * values[i]!;
    gradient[at]! += total;
  }
  for (const { at, codes } of categories) for (let i = 0; i < rows; i++) if (codes[i]! >= 0) gradient[at + codes[i]!]! += pulls[i]!;
}

/**
 * The loss ½‖coefficients‖² + strength × Σ −ln(probability of the class that came true) as a place one can walk in. Of two
 * classes one has scores, the other 0; of more each has its own. Intercepts are free.
 */
class ClassValley implements Valley {
  readonly place: Float64Array;
  readonly gradient: Float64Array;
  private readonly scores: readonly Float64Array[];
  private readonly along: readonly Float64Array[];
  private direction: Float64Array;
  private readonly cells: number;

  constructor(
    private readonly lines: Lines,
    private readonly codes: Int32Array,
    private readonly outputs: number,
    private readonly strength: number,
  ) {
    this.cells = lines.width + 1;
    this.place = new Float64Array(this.cells * outputs);
    this.gradient = new Float64Array(this.cells * outputs);
    this.scores = Array.from({ length: outputs }, () => new Float64Array(lines.rows));
    this.along = Array.from({ length: outputs }, () => new Float64Array(lines.rows));
    this.direction = this.place;
    this.renewGradient();
  }

  private part(cells: Float64Array, output: number): Float64Array {
    return cells.subarray(output * this.cells, (output + 1) * this.cells);
  }

  lookAlong(direction: Float64Array): void {
    this.direction = direction;
    this.along.forEach((along, output) => addScores(this.lines, this.part(direction, output), along));
  }

  valueAt(size: number): number {
    const { place, direction, cells, lines, codes, strength } = this;
    let squares = 0;
    for (let j = 0; j < place.length; j++) if (j % cells !== cells - 1) squares += (place[j]! + size * direction[j]!) ** 2;
    let losses = 0;
    for (let i = 0; i < lines.rows; i++) losses += this.rowLoss(i, codes[i]!, size);
    return squares / 2 + strength * losses;
  }

  /** ln Σ exp(scores) − score of the class that came true, without overflow. */
  private rowLoss(row: number, code: number, size: number): number {
    const { scores, along, outputs } = this;
    const scoreAt = (output: number): number => scores[output]![row]! + size * along[output]![row]!;
    if (outputs === 1) {
      const margin = code === 1 ? scoreAt(0) : -scoreAt(0);
      return margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
    }
    let highest = Number.NEGATIVE_INFINITY;
    for (let output = 0; output < outputs; output++) highest = Math.max(highest, scoreAt(output));
    let sum = 0;
    for (let output = 0; output < outputs; output++) sum += Math.exp(scoreAt(output) - highest);
    return highest + Math.log(sum) - scoreAt(code);
  }

  step(size: number): void {
    const { place, direction, scores, along } = this;
    for (let j = 0; j < place.length; j++) place[j]! += size * direction[j]!;
    scores.forEach((own, output) => {
      for (let i = 0; i < own.length; i++) own[i]! += size * along[output]![i]!;
    });
    this.renewGradient();
  }

  private renewGradient(): void {
    const { place, gradient, cells, outputs, lines, codes, strength } = this;
    gradient.set(place);
    for (let output = 0; output < outputs; output++) gradient[output * cells + cells - 1] = 0;
    const row = new Float64Array(Math.max(2, outputs));
    const pulls = Array.from({ length: outputs }, () => new Float64Array(lines.rows));
    for (let i = 0; i < lines.rows; i++) {
      this.probabilities(i, row);
      if (outputs === 1) pulls[0]![i] = strength * (row[1]! - Number(codes[i] === 1));
      else for (let output = 0; output < outputs; output++) pulls[output]![i] = strength * (row[output]! - Number(codes[i] === output));
    }
    pulls.forEach((own, output) => addPulls(lines, own, this.part(gradient, output)));
  }

  private probabilities(row: number, into: Float64Array): void {
    const { scores, outputs } = this;
    if (outputs === 1) {
      into[1] = 1 / (1 + Math.exp(-scores[0]![row]!));
      return;
    }
    for (let output = 0; output < outputs; output++) into[output] = scores[output]![row]!;
    softmax(into);
  }
}

/** Scores as probabilities, in place. */
export function softmax(cells: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const cell of cells) highest = Math.max(highest, cell);
  let sum = 0;
  for (let i = 0; i < cells.length; i++) {
    cells[i] = Math.exp(cells[i]! - highest);
    sum += cells[i]!;
  }
  for (let i = 0; i < cells.length; i++) cells[i]! /= sum;
}

/** The categories' cells count from 0, not from their share: intercepts of centred numbers alone. */
function unitsOf(parts: readonly Part[], place: Float64Array): { coefficients: Float64Array; intercept: number } {
  const centredOnZero = parts.map((part) => (part.as === 'number' ? part : { ...part, shares: new Float64Array(part.shares.length) }));
  return inUnits(centredOnZero, place.subarray(0, -1), place.at(-1)!);
}

/**
 * Logistic regression on the parts with a penalty on the squares of the coefficients, numbers taken in units of their
 * standard deviation. `codes` are the classes of the given rows. Of two classes the first has scores of 0. Yields after
 * each step.
 */
export function* fitLogistic(
  parts: readonly Part[],
  rows: Uint32Array,
  codes: Int32Array,
  classes: number,
  settings: LogisticSettings,
): Generator<void, LogisticFitted, void> {
  const lines = linesOf(parts, rows);
  const own = Int32Array.from(rows, (row) => codes[row]!);
  const outputs = classes === 2 ? 1 : classes;
  const valley = new ClassValley(lines, own, outputs, settings.strength);
  const { tolerance, mostSteps } = settings;
  const steps = yield* quasiNewton(valley, { tolerance: tolerance * settings.strength * rows.length, mostSteps });
  const cells = lines.width + 1;
  const fits = Array.from({ length: outputs }, (_, output) => unitsOf(parts, valley.place.subarray(output * cells, (output + 1) * cells)));
  if (outputs === 1) fits.unshift({ coefficients: new Float64Array(lines.width), intercept: 0 });
  return {
    steps,
    intercepts: Float64Array.from(fits, ({ intercept }) => intercept),
    coefficients: fits.map(({ coefficients }) => coefficients),
  };
}
