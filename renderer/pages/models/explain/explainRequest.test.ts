import { expect, it } from 'vitest';
import { typedValue } from './explainRequest.ts';

it('takes a typed value as the kind of the one it stands in for', () => {
  expect(typedValue('2.5', 1)).toBe(2.5);
  expect(typedValue('2.5', null)).toBe(2.5);
  expect(typedValue('2', 'A')).toBe('2');
  expect(typedValue('B', null)).toBe('B');
  expect(typedValue(' ', 1)).toBeNull();
});
