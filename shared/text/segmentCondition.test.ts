import { expect, test } from 'vitest';
import { segmentCondition } from './segmentCondition.ts';
import { shellQuote } from './shellQuote.ts';

test('a segment alone is its own condition, and else both hold', () => {
  expect(segmentCondition(null, '"a" >= 2')).toBe('"a" >= 2');
  expect(segmentCondition('b = 1 or b = 2', '"a" >= 2')).toBe('(b = 1 or b = 2) and "a" >= 2');
});

test('a comment at the end of the report’s condition swallows nothing', () => {
  expect(segmentCondition('b = 1 -- only ones', '"a" >= 2')).toBe('(b = 1 -- only ones\n) and "a" >= 2');
});

test('words of a shell keep their quotes', () => {
  expect(shellQuote(`"a" = 'o''hara'`)).toBe(`'"a" = '\\''o'\\'''\\''hara'\\'''`);
  expect(shellQuote('plain')).toBe('plain');
});
