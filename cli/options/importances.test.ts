import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { importancesFrom, readImportances } from './importances.ts';

const folder = mkdtempSync(join(tmpdir(), 'driftglass-importances-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test.each([
  ['a.json', '{"a": 1, "b,c": 0.5}'],
  ['list.json', '[{"column": "a", "importance": 1}, {"column": "b,c", "importance": 0.5}]'],
  ['a.csv', 'a,1\n"b,c",0.5\n'],
  ['headed.csv', '\uFEFFfeature,importance\r\na,1\r\n"b,c",0.5\r\n'],
])('%s gives columns and numbers', (name, text) => {
  expect(readImportances(file(name, text))).toEqual({ a: 1, 'b,c': 0.5 });
});

test.each([
  ['negative.json', '{"a": -1}', 'a: '],
  ['broken.json', '{"a": ', 'does not hold columns'],
  ['words.csv', 'a,1\nb,much\n', 'not a number'],
  ['list.json', '[1, 2]', 'does not hold columns'],
])('%s is refused with a reason', (name, text, reason) => {
  const path = file(name, text);
  expect(() => readImportances(path)).toThrow(expect.objectContaining({ code: 'E_USAGE', message: expect.stringContaining(reason) }));
});

test('a file that is not there is named', () => {
  expect(() => readImportances(join(folder, 'none.csv'))).toThrow(expect.objectContaining({ code: 'E_FILE_NOT_FOUND' }));
});

test('single importances go over those of the file', () => {
  expect(importancesFrom({ importance: ['a=3'], importances: { a: 1, b: 2 } })).toEqual({ a: 3, b: 2 });
  expect(importancesFrom({})).toBeUndefined();
});
