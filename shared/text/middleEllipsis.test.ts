import { expect, test } from 'vitest';
import { middleEllipsis } from './middleEllipsis.ts';

test('long names end in the middle and keep both ends', () => {
  expect(middleEllipsis('very_long_column_name_2', 11)).toBe('very_…ame_2');
  expect(middleEllipsis('short', 11)).toBe('short');
  expect([middleEllipsis('abcdef', 1), middleEllipsis('abcdef', 2), middleEllipsis('abcdef', 3)]).toEqual(['…', 'a…', 'a…f']);
});

test('characters outside the basic plane are never cut in two', () => {
  expect(middleEllipsis('🚕🚖🚗🚙🚌', 3)).toBe('🚕…🚌');
});
