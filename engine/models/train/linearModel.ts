import { widthOf, type Part } from './encodeParts.ts';
import { fitLinear, scoreOf, type LinearScores } from './fitLinear.ts';
import type { Fitted } from './fitted.ts';
import type { GraphBuilder } from './graphBuilder.ts';

/** The scores of rows as a node of the graph: matrix × coefficients + intercepts. */
export function writeScores(builder: GraphBuilder, parts: readonly Part[], { intercepts, coefficients }: LinearScores): string {
  const { name, order } = builder.oneHotMatrix();
  const starts = new Map<Part, number>();
  let start = 0;
  for (const part of parts) {
    starts.set(part, start);
    start += widthOf([part]);
  }
  const outputs = coefficients.length;
  const weights = new Float64Array(start * outputs);
  let line = 0;
  for (const part of order) {
    for (let i = 0; i < widthOf([part]); i++, line++) {
      for (let output = 0; output < outputs; output++) weights[line * outputs + output] = coefficients[output]![starts.get(part)! + i]!;
    }
  }
  const product = builder.add('MatMul', [name, builder.doubles('coefficients', [start, outputs], weights)], 'weighted');
  return builder.add('Add', [product, builder.doubles('intercepts', [1, outputs], intercepts)], 'scores');
}

/** Coefficients of the numbers; those of a category are one a category. */
export function numberCoefficients(parts: readonly Part[], coefficients: Float64Array): (number | null)[] {
  let at = 0;
  return parts.map((part) => {
    const own = part.as === 'number' ? coefficients[at]! : null;
    at += widthOf([part]);
    return own;
  });
}

function rankNotes(parts: readonly Part[], rank: number): string[] {
  // The categories of a column are 1 together, so that one direction of each says nothing beside the intercept.
  const complete = parts.filter((part) => part.as === 'category' && part.shares.reduce((sum, share) => sum + share, 0) > 1 - 1e-9).length;
  const constant = parts.filter((part) => part.as === 'number' && part.scale === 0).length;
  const missing = widthOf(parts) - complete - constant - rank;
  if (missing <= 0) return [];
  const what = missing === 1 ? 'One of the features is a combination' : `${missing} of the features are combinations`;
  return [`${what} of others: they share what they say, and their coefficients alone mean little.`];
}

/** Ordinary least squares, as a model that can be written. */
export function* trainLinear(parts: readonly Part[], rows: Uint32Array, target: Float64Array): Generator<void, Fitted, void> {
  const fit = yield* fitLinear(parts, rows, target);
  return {
    parts,
    classes: null,
    write: (builder) => builder.output(writeScores(builder, parts, fit), 'prediction', 'float64', 1),
    predict: (row, into) => {
      const [score, size] = scoreOf(parts, fit, 0, row);
      into[0] = score;
      return size;
    },
    tolerance: 1e-12,
    coefficients: numberCoefficients(parts, fit.coefficients[0]!),
    intercept: fit.intercepts[0]!,
    notes: rankNotes(parts, fit.rank),
    settings: { method: 'ordinary least squares' },
  };
}
