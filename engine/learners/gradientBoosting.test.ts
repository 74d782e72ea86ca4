import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#shared/lib/random.ts';
import { areaUnderRoc } from '../stats/areaUnderRoc.ts';
import { allRows, predictRows, trainGradientBoosting, usualBoosting } from './gradientBoosting.ts';
import type { BoostedTrees, BoostingOptions, FeatureColumns, Trained } from './gradientBoosting.ts';

function train(features: FeatureColumns, target: Float64Array, options: Partial<BoostingOptions>, rows = allRows(target.length)): Trained {
  const steps = trainGradientBoosting(features, rows, target, { ...usualBoosting, loss: 'squared', ...options });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function modelOf(trained: Trained): BoostedTrees {
  if (trained.model === null) throw new Error(trained.reason);
  return trained.model;
}

interface Oracle {
  options: Pick<BoostingOptions, 'trees' | 'learningRate' | 'leaves' | 'minRowsInLeaf' | 'l2'>;
  trained: number;
  features: (number | null)[][];
  number: number[];
  label: number[];
  rocAuc: number;
  logLoss: number;
  r2: number;
  trainingLogLoss: number;
  firstPredictions: number[];
}

const oracle = JSON.parse(readFileSync(new URL('../../fixtures/oracles/learners.json', import.meta.url), 'utf8')) as Oracle;
const features = oracle.features.map((column) => Float64Array.from(column, (value) => value ?? Number.NaN));
const known = allRows(oracle.trained);
const unseen = allRows(oracle.number.length).subarray(oracle.trained);

function rSquared(predicted: Float64Array, truth: readonly number[]): number {
  const mean = truth.reduce((sum, value) => sum + value, 0) / truth.length;
  const squares = truth.map((value, i) => [(value - predicted[i]!) ** 2, (value - mean) ** 2] as const);
  return 1 - squares.reduce((sum, [rest]) => sum + rest, 0) / squares.reduce((sum, [, all]) => sum + all, 0);
}

describe('gradient boosting beside scikit-learn’s, on rows that neither has seen', () => {
  it('explains the same share of a number, within 0.01', () => {
    const target = Float64Array.from(oracle.number.slice(0, oracle.trained));
    const model = modelOf(train(features, target, oracle.options, known));
    const predicted = predictRows(model, features, unseen);
    expect(Math.abs(rSquared(predicted, oracle.number.slice(oracle.trained)) - oracle.r2)).toBeLessThan(0.01);
  });

  it('ranks two classes as well, within 0.01 of the area and 0.02 of the log loss', () => {
    const target = Float64Array.from(oracle.label.slice(0, oracle.trained));
    const model = modelOf(train(features, target, { ...oracle.options, loss: 'logistic' }, known));
    const predicted = predictRows(model, features, unseen);
    const truth = oracle.label.slice(oracle.trained);
    expect(Math.abs(areaUnderRoc(predicted, Uint8Array.from(truth)) - oracle.rocAuc)).toBeLessThan(0.01);
    const logLoss = -truth.reduce((sum, y, i) => sum + Math.log(y === 1 ? predicted[i]! : 1 - predicted[i]!), 0) / truth.length;
    expect(Math.abs(logLoss - oracle.logLoss)).toBeLessThan(0.02);
    expect(Math.abs(model.trainingLoss.at(-1)! - oracle.trainingLogLoss)).toBeLessThan(0.02);
  });
});

describe('gradient boosting', () => {
  const label = Float64Array.from(oracle.label.slice(0, oracle.trained));
  const number = Float64Array.from(oracle.number.slice(0, oracle.trained));

  it('makes the loss smaller with each tree, from that of the mean', () => {
    for (const [loss, target] of [
      ['squared', number],
      ['logistic', label],
    ] as const) {
      const { trainingLoss } = modelOf(train(features, target, { loss, trees: 40 }, known));
      expect(trainingLoss).toHaveLength(41);
      for (let i = 1; i < trainingLoss.length; i++) expect(trainingLoss[i]!).toBeLessThan(trainingLoss[i - 1]!);
    }
  });

  it('gives the same model for the same seed, with drawn rows and features, and another for another', () => {
    const options = { trees: 10, rowShare: 0.5, featureShare: 0.6, seed: 7 };
    const [one, same] = [1, 2].map(() => modelOf(train(features, number, options, known)));
    expect(same).toEqual(one);
    expect(modelOf(train(features, number, { ...options, seed: 8 }, known))).not.toEqual(one);
  });

  it('keeps what training says of its rows and what predicting says equal', () => {
    for (const options of [{ trees: 20 }, { trees: 20, rowShare: 0.5 }]) {
      const model = modelOf(train(features, number, options, known));
      const predicted = predictRows(model, features, known);
      const loss = predicted.reduce((sum, value, i) => sum + (value - number[i]!) ** 2, 0) / number.length;
      expect(loss).toBeCloseTo(model.trainingLoss.at(-1)!, 10);
    }
  });

  it('hardly changes when the rows come in another order', () => {
    const random = seededRandom(3);
    const order = [...known].map((row) => ({ row, key: random() })).sort((a, b) => a.key - b.key);
    const shuffled = Uint32Array.from(order, ({ row }) => row);
    const model = modelOf(train(features, number, { trees: 30 }, known));
    const other = modelOf(
      train(
        features,
        Float64Array.from(shuffled, (row) => number[row]!),
        { trees: 30 },
        shuffled,
      ),
    );
    const [a, b] = [predictRows(model, features, unseen), predictRows(other, features, unseen)];
    a.forEach((value, i) => expect(b[i]!).toBeCloseTo(value, 8));
  });

  it('says which features were of use', () => {
    const { gains } = modelOf(train(features, number, { trees: 40 }, known));
    expect(gains[4]!).toBeLessThan(Math.min(gains[0]!, gains[1]!, gains[2]!) / 2);
  });

  it('learns from values that are missing, also where nothing else differs', () => {
    const random = seededRandom(5);
    const column = Float64Array.from({ length: 400 }, () => (random() < 0.5 ? Number.NaN : 1));
    const target = column.map((value) => (Number.isNaN(value) ? 3 : 1));
    const model = modelOf(train([column], target, { trees: 60 }));
    const [missing, present] = predictRows(model, [Float64Array.of(Number.NaN, 1)], allRows(2));
    expect(missing).toBeCloseTo(3, 2);
    expect(present).toBeCloseTo(1, 2);
  });

  it('takes infinities and values at the end of the doubles as what they are: large', () => {
    const values = [-Infinity, -1.7e308, 0, 5e-324, 1.7e308, Infinity];
    const column = Float64Array.from({ length: 600 }, (_, i) => values[i % 6]!);
    const target = Float64Array.from(column, (value) => values.indexOf(value));
    const model = modelOf(train([column], target, { trees: 150 }));
    predictRows(model, [Float64Array.from(values)], allRows(6)).forEach((value, i) => expect(value).toBeCloseTo(i, 2));
  });

  it('says why there is nothing to learn', () => {
    const one = [Float64Array.of(1)];
    expect(train(one, Float64Array.of(1), {})).toEqual({ model: null, reason: 'too-few-rows' });
    expect(train([new Float64Array(0)], new Float64Array(0), {})).toEqual({ model: null, reason: 'too-few-rows' });
    expect(train([], Float64Array.of(1, 2), {})).toEqual({ model: null, reason: 'too-few-rows' });
    expect(train([Float64Array.of(1, 2)], Float64Array.of(1, 1), { loss: 'logistic' })).toEqual({ model: null, reason: 'one-class' });
    expect(train([Float64Array.of(1, 2)], Float64Array.of(4, 4), {})).toEqual({ model: null, reason: 'constant' });
  });

  it('falls back to the mean where features are constant or all missing', () => {
    const target = Float64Array.from({ length: 100 }, (_, i) => i % 4);
    const constant = [new Float64Array(100).fill(2), new Float64Array(100).fill(Number.NaN)];
    const model = modelOf(train(constant, target, {}));
    predictRows(model, constant, allRows(5)).forEach((value) => expect(value).toBeCloseTo(1.5, 12));
  });
});
