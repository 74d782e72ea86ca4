import { expect, test } from 'vitest';
import { isRunId, runId } from './runId.ts';

const noon = new Date('2026-03-01T12:00:00.000Z');
const later = new Date('2026-03-01T12:00:00.001Z');

test('ids sort by time', () => {
  expect([runId(later, { a: 1 }), runId(noon, { a: 2 })].toSorted()).toEqual([runId(noon, { a: 2 }), runId(later, { a: 1 })]);
});

test('the same result under the same clock has the same id, another result another', () => {
  expect(runId(noon, { a: 1 })).toBe(runId(noon, { a: 1 }));
  expect(runId(noon, { a: 1 })).not.toBe(runId(noon, { a: 2 }));
});

test('an id is recognised and a path is not', () => {
  expect(isRunId(runId(noon, {}))).toBe(true);
  for (const text of ['', '..', '../workspace', 'a/b', `${runId(noon, {})}/..`]) expect(isRunId(text)).toBe(false);
});
