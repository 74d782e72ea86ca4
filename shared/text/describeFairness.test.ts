import { expect, test } from 'vitest';
import type { FairnessSection } from '../domain/fairness.ts';
import { describeFairness } from './describeFairness.ts';

const section = (prediction: string | null, probabilityThreshold: number | null): FairnessSection => ({
  target: 'y',
  prediction,
  positiveLabel: 'a',
  probabilityThreshold,
  resamples: 0,
  columns: [],
  intersection: null,
});

test('who is selected is said whatever predicts: a class, a probability, or a probability of each class', () => {
  const selected = (prediction: string | null, threshold: number | null) =>
    /selected where (.+), and/.exec(describeFairness(section(prediction, threshold)))?.[1];
  expect(selected('p', null)).toBe('p is a');
  expect(selected('p', 0.5)).toBe('p is at least 0.5');
  expect(selected(null, 0.5)).toBe('the probability of a is at least 0.5');
  expect(selected(null, null)).toBe('a is the most probable class');
});
