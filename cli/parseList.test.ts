import { expect, test } from 'vitest';
import { parseList, parseNumber, parsePair } from './parseList.ts';

test('a list is split at its commas', () => {
  expect(parseList('a,b')).toEqual(['a', 'b']);
  expect(parseList(' a , b c ')).toEqual(['a', 'b c']);
});

test('names with commas and quotes stand in double quotes', () => {
  expect(parseList('"a,b",c')).toEqual(['a,b', 'c']);
  expect(parseList('"say ""x""," , d')).toEqual(['say "x",', 'd']);
});

test.each(['', 'a,', ',a', 'a,,b', '""', '"a', '"a"b', 'a"b"'])('%j is refused', (text) => {
  expect(() => parseList(text)).toThrow(expect.objectContaining({ code: 'E_USAGE' }));
});

test('a pair is split at its last equals sign', () => {
  expect(parsePair('a=b=psi')).toEqual(['a=b', 'psi']);
  for (const text of ['a', '=psi', 'a=']) expect(() => parsePair(text)).toThrow('COLUMN=VALUE');
});

test('numbers are numbers', () => {
  expect(parseNumber('1e-3')).toBe(0.001);
  expect(parseNumber('-2')).toBe(-2);
  for (const text of ['', ' ', 'x', '1,5', 'Infinity', 'NaN']) expect(() => parseNumber(text)).toThrow('not a number');
});
