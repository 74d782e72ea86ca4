import { expect, test } from 'vitest';
import { guessClasses, guessProbabilityColumns } from './guessClasses.ts';

test('classes are the names without what all begin with, up to a separator', () => {
  expect([...guessClasses(['proba_cat', 'proba_car', 'proba_dog']).values()]).toEqual(['cat', 'car', 'dog']);
  expect([...guessClasses(['model.v2.low', 'model.v2.high']).values()]).toEqual(['low', 'high']);
  expect([...guessClasses(['cat', 'car']).values()]).toEqual(['cat', 'car']);
  expect([...guessClasses(['p_1']).values()]).toEqual(['1']);
  expect([...guessClasses(['score']).values()]).toEqual(['score']);
  expect([...guessClasses(['p_', 'p_x']).values()]).toEqual(['p_', 'x']);
});

test('columns are proposed where several begin with the same usual word', () => {
  expect(guessProbabilityColumns(['age', 'prob_a', 'prob_b', 'p_x', 'target'])).toEqual(['prob_a', 'prob_b']);
  expect(guessProbabilityColumns(['age', 'price_a', 'price_b', 'score'])).toEqual([]);
});
