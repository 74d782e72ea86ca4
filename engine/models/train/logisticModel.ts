import type { Part } from './encodeParts.ts';
import { scoreOf } from './fitLinear.ts';
import { fitLogistic, softmax } from './fitLogistic.ts';
import type { Fitted } from './fitted.ts';
import { numberCoefficients, writeScores } from './linearModel.ts';
import type { Target } from './readTarget.ts';

const mostSteps = 5000;

/** Logistic regression, as a model that can be written. */
export function* trainLogistic(
  parts: readonly Part[],
  rows: Uint32Array,
  { codes, classes, whole }: Extract<Target, { as: 'category' }>,
  strength: number,
): Generator<void, Fitted, void> {
  const count = classes.length;
  const fit = yield* fitLogistic(parts, rows, codes, count, { strength, tolerance: 1e-10, mostSteps });
  const stopped = fit.steps === mostSteps ? [`Learning was ended after ${mostSteps} steps, before it had settled.`] : [];
  return {
    parts,
    classes,
    write: (builder) => {
      const scores = writeScores(builder, parts, fit);
      builder.classes(builder.add('Softmax', [scores], 'shares', { attributes: { axis: 1 } }), classes, whole);
    },
    predict: (row, into) => {
      let size = 1;
      for (let output = 0; output < count; output++) {
        const [score, own] = scoreOf(parts, fit, output, row);
        into[output] = score;
        size = Math.max(size, own);
      }
      softmax(into);
      return size;
    },
    tolerance: 1e-12,
    coefficients: parts.map((_, i) => (count === 2 ? numberCoefficients(parts, fit.coefficients[1]!)[i]! : null)),
    intercept: count === 2 ? fit.intercepts[1]! : null,
    notes: stopped,
    settings: { method: 'logistic regression with a penalty on squares, numbers in units of their standard deviation', strength },
  };
}
