import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorCodes, errorTable, exitCodes, isErrorCode } from './codes.ts';

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');

test('docs/errors.md has the rows of the table, no more and no less', () => {
  const documented = page.split('\n').filter((line) => line.startsWith('| `E_'));
  const coded = errorCodes.map((code) => {
    const { title, wayOut, httpStatus, exitCode } = errorTable[code];
    return `| \`${code}\` | ${title} | ${wayOut} | ${httpStatus} | ${exitCode} |`;
  });
  expect(documented).toEqual(coded);
});

test('every code reads E_SUBJECT_PROBLEM, and every exit code is a documented one', () => {
  const exits = Object.values(exitCodes);
  for (const code of errorCodes) {
    expect(code).toMatch(/^E(_[A-Z]+)+$/);
    expect(exits).toContain(errorTable[code].exitCode);
  }
  for (const code of [0, 2, 3, 4, 130]) expect(page).toMatch(new RegExp(`\\b${code}\\b`));
});

test('only codes of the table are codes', () => {
  expect(isErrorCode('E_USAGE')).toBe(true);
  for (const other of ['E_NOTHING', 'toString', '__proto__', 7, null]) expect(isErrorCode(other)).toBe(false);
});
