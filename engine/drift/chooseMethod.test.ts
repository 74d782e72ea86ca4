import { describe, expect, it } from 'vitest';
import { chooseMethod, isApplicable } from './chooseMethod.ts';
import { driftMethods, findMethod } from './methods.ts';

describe('the default choice of a method', () => {
  it.each([
    ['numeric', 1000, 6, 'ks'],
    ['numeric', 1001, 6, 'wasserstein'],
    ['numeric', 1000, 5, 'chi-square'],
    ['numeric', 1000, 3, 'chi-square'],
    ['numeric', 1000, 2, 'z'],
    ['numeric', 1, 1, 'z'],
    ['numeric', 1001, 5, 'jensen-shannon'],
    ['categorical', 1000, 3, 'chi-square'],
    ['categorical', 1000, 2, 'z'],
    ['categorical', 1000, 1, 'z'],
    ['categorical', 1001, 2, 'jensen-shannon'],
    ['categorical', 5_000_000, 900, 'jensen-shannon'],
  ] as const)('for a %s column with %i reference values and %i distinct ones is %s', (kind, nReference, pooledDistinct, id) => {
    expect(chooseMethod({ kind, nReference, pooledDistinct })).toBe(id);
    expect(driftMethods.get(id)).toBeDefined();
  });

  it('always applies to the column, whose few values are then counted one by one', () => {
    for (const nReference of [10, 10_000]) {
      for (const pooledDistinct of [1, 2, 5, 6, 1000]) {
        const method = findMethod(chooseMethod({ kind: 'numeric', nReference, pooledDistinct }));
        expect(isApplicable(method, 'numeric', pooledDistinct <= 5)).toBe(true);
      }
    }
  });
});

describe('whether a method applies', () => {
  it.each([
    ['ks', 'numeric', false, true],
    ['ks', 'categorical', true, false],
    ['wasserstein', 'categorical', true, false],
    ['chi-square', 'numeric', true, true],
    ['chi-square', 'numeric', false, false],
    ['z', 'categorical', true, true],
    ['psi', 'numeric', false, true],
    ['psi', 'categorical', true, true],
  ] as const)('%s on a %s column, counted by value: %s → %s', (id, kind, byValue, applies) => {
    expect(isApplicable(findMethod(id), kind, byValue)).toBe(applies);
  });
});
