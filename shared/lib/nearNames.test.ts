import { expect, test } from 'vitest';
import { nearNames } from './nearNames.ts';

test('a slip of the finger is understood', () => {
  const names = ['threshold', 'thresholds', 'share', 'method'];
  expect(nearNames('treshold', names)).toEqual(['threshold', 'thresholds']);
  expect(nearNames('hsare', names)).toEqual(['share']);
});

test('letter case and separators do not count', () => {
  expect(nearNames('Trip Distance', ['trip_distance', 'tip'])).toEqual(['trip_distance']);
});

test('nothing is suggested for what is far from everything', () => {
  expect(nearNames('colour', ['psi', 'ks'])).toEqual([]);
  expect(nearNames('x', [])).toEqual([]);
});

test('at most three names come back, nearest first', () => {
  expect(nearNames('column1', ['column9', 'column2', 'column', 'column11', 'column_1'])).toEqual(['column_1', 'column', 'column11']);
});
