import { describe, expect, it } from 'vitest';
import { decideTask, type NamedPredictions, type RoleFacts } from './decideTask.ts';
import { positiveClass } from './positiveClass.ts';

const numbers = (...values: number[]): RoleFacts => {
  const whole = values.every(Number.isInteger);
  const distinct = [...new Set(values)];
  return {
    group: 'number',
    numbers: {
      n: values.length,
      whole,
      min: Math.min(...values),
      max: Math.max(...values),
      values: whole && distinct.length <= 10 ? distinct : null,
    },
  };
};
const words: RoleFacts = { group: 'text', numbers: null };
const truths: RoleFacts = { group: 'boolean', numbers: null };
const many = numbers(...Array.from({ length: 30 }, (_, i) => i));

const only = (prediction: RoleFacts): NamedPredictions => ({ prediction, probabilities: 0 });

describe('the task', () => {
  it.each([
    ['text and text', words, words, 'classification labels'],
    ['text and a probability', words, numbers(0.2, 0.9), 'classification probability'],
    ['text and 0 or 1', words, numbers(0, 1), 'classification probability'],
    ['truth values and text', truths, words, 'classification labels'],
    ['fractions and fractions', numbers(1.5, 2), numbers(1, 2), 'regression'],
    ['many whole numbers', many, many, 'regression'],
    ['few whole numbers and as few', numbers(1, 2, 3), numbers(1, 3), 'classification labels'],
    ['stars and fractions', numbers(1, 2, 3, 4, 5), numbers(3.7, 2.2), 'regression'],
    ['two numbers and a probability', numbers(0, 1), numbers(0.2, 0.9), 'classification probability'],
    ['two numbers and fractions beyond 1', numbers(0, 1), numbers(0.2, 1.9), 'regression'],
    ['few whole numbers and truth values', numbers(0, 1), truths, 'classification labels'],
  ])('of %s', (_, target, prediction, expected) => {
    const decision = decideTask(null, target, only(prediction));
    const found = decision.task === 'classification' ? `${decision.task} ${decision.form}` : decision.task;
    expect(found).toBe(expected);
  });

  it('is what the user says, where that can be', () => {
    expect(decideTask('regression', numbers(1, 2, 3), only(numbers(1, 3)))).toMatchObject({
      task: 'regression',
      reason: 'chosen by the user.',
    });
    expect(decideTask('classification', many, only(many))).toMatchObject({ task: 'classification', form: 'labels' });
    expect(decideTask('regression', words, only(words))).toMatchObject({ task: null });
    expect(decideTask('classification', words, only(numbers(3.5, 7.5)))).toMatchObject({ task: null });
    expect(decideTask(null, { group: 'time', numbers: null }, only(words))).toMatchObject({ task: null });
  });
});

describe('columns of probabilities', () => {
  const two = numbers(0, 1);
  it('are of classes, whatever else the target looks like', () => {
    expect(decideTask(null, many, { prediction: null, probabilities: 3 })).toMatchObject({ task: 'classification', form: 'probabilities' });
    expect(decideTask(null, two, { prediction: null, probabilities: 1 })).toMatchObject({ task: 'classification', form: 'probability' });
  });
  it('may stand beside labels, not beside another probability', () => {
    expect(decideTask(null, two, { prediction: numbers(0, 1), probabilities: 1 })).toMatchObject({ form: 'labels' });
    expect(decideTask(null, two, { prediction: numbers(0.5, 0.25), probabilities: 1 })).toMatchObject({ task: null });
  });
});

describe('the positive class', () => {
  it.each([
    [['0', '1'], 'p', '1'],
    [['false', 'true'], 'p', 'true'],
    [['No', 'Yes'], 'p', 'Yes'],
    [['churned', 'no'], 'p', 'churned'],
    [['cat', 'dog'], 'p', 'dog'],
    [['cat', 'dog'], 'cat', 'cat'],
    [['0'], 'p', null],
    [['1'], 'p', '1'],
    [['a', 'b', 'c'], 'a', null],
  ])('of %j with a prediction named %s is %s', (labels, named, expected) => {
    expect(positiveClass(labels, { chosen: null, named })).toBe(expected);
  });
});
