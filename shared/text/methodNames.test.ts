import { expect, test } from 'vitest';
import { driftMethods } from '../../engine/drift/methods.ts';
import { methodName, namedMethods } from './methodNames.ts';

test('every drift method has its names, and no name is without its method', () => {
  expect([...namedMethods].sort()).toEqual(driftMethods.all.map(({ id }) => id).sort());
});

test('an unknown method stands for itself, whatever it is called', () => {
  expect(methodName('constructor')).toEqual({ short: 'constructor', subject: 'constructor', unit: '' });
});
