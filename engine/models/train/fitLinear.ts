import { CompensatedSum } from '../../stats/compensatedSum.ts';
import { LeastSquares } from '../../stats/leastSquares.ts';
import { momentsOf } from '../../stats/moments.ts';
import { widthOf, type Part } from './encodeParts.ts';

/** Scores of a row: for each output an intercept, and a coefficient for each number that the parts become, in their order. */
export interface LinearScores {
  readonly intercepts: Float64Array;
  /** By output; in the units of the columns. */
  readonly coefficients: readonly Float64Array[];
}

export interface LinearFit extends LinearScores {
  readonly rank: number;
}

const blockRows = 512;

/** Writes what a row becomes into a line, each part centred and numbers in units of their deviation. */
export function fillCentred(parts: readonly Part[], row: number, line: Float64Array, at: number): number {
  let cell = at;
  for (const part of parts) {
    if (part.as === 'number') {
      const value = part.values[row]!;
      line[cell++] = part.scale > 0 && Number.isFinite(value) ? (value - part.mean) / part.scale : 0;
      continue;
    }
    const { codes, shares } = part;
    for (let i = 0; i < shares.length; i++) line[cell + i] = -shares[i]!;
    if (codes[row]! >= 0) line[cell + codes[row]!]! += 1;
    cell += shares.length;
  }
  return cell;
}

/** Coefficients of centred and scaled numbers in the units of the columns, with the intercept that belongs to them. */
export function inUnits(parts: readonly Part[], scaled: Float64Array, centre: number): { coefficients: Float64Array; intercept: number } {
  const coefficients = new Float64Array(scaled.length);
  const intercept = new CompensatedSum();
  intercept.add(centre);
  let at = 0;
  for (const part of parts) {
    if (part.as === 'number') {
      coefficients[at] = part.scale > 0 ? scaled[at]! / part.scale : 0;
      intercept.add(-coefficients[at]! * part.mean);
      at++;
      continue;
    }
    for (const share of part.shares) {
      coefficients[at] = scaled[at]!;
      intercept.add(-scaled[at]! * share);
      at++;
    }
  }
  return { coefficients, intercept: intercept.value };
}

/** Ordinary least squares of the target on the parts. Yields often. */
export function* fitLinear(parts: readonly Part[], rows: Uint32Array, target: Float64Array): Generator<void, LinearFit, void> {
  const width = widthOf(parts);
  const { mean } = momentsOf(Float64Array.from(rows, (row) => target[row]!));
  const squares = new LeastSquares(width);
  const perBlock = Math.max(blockRows, 2 * width);
  const block = new Float64Array(perBlock * (width + 1));
  for (let from = 0; from < rows.length; from += perBlock) {
    const taken = rows.subarray(from, from + perBlock);
    let at = 0;
    for (const row of taken) {
      at = fillCentred(parts, row, block, at);
      block[at++] = target[row]! - mean;
    }
    yield* squares.addInSteps(block, taken.length);
  }
  const { coefficients: scaled, rank } = yield* squares.solveInSteps();
  const { coefficients, intercept } = inUnits(parts, scaled, mean);
  return { intercepts: Float64Array.of(intercept), coefficients: [coefficients], rank };
}

/** The score of a row for one output, and the size of what was added up for it. */
export function scoreOf(parts: readonly Part[], { intercepts, coefficients }: LinearScores, output: number, row: number): [number, number] {
  const weights = coefficients[output]!;
  let score = 0;
  let size = Math.abs(intercepts[output]!);
  let at = 0;
  for (const part of parts) {
    if (part.as === 'number') {
      const value = part.values[row]!;
      const term = weights[at++]! * (Number.isFinite(value) ? value : part.mean);
      score += term;
      size += Math.abs(term);
      continue;
    }
    const code = part.codes[row]!;
    if (code >= 0) {
      score += weights[at + code]!;
      size += Math.abs(weights[at + code]!);
    }
    at += part.categories.length;
  }
  return [score + intercepts[output]!, size];
}
