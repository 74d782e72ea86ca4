import { expect, test } from 'vitest';
import type { UnseenValues } from '../domain/profile.ts';
import type { ColumnReport } from '../domain/report.ts';
import { makeReport } from '../../fixtures/reports/makeReport.ts';
import { unseenLines } from './unseenLines.ts';

const column = makeReport({ columns: 12, seed: 1 }).dataDrift.columns.find(
  ({ reference, current }) => reference !== null && current !== null,
)!;
const withUnseen = (unseen: UnseenValues | null): ColumnReport => ({
  ...column,
  reference: { ...column.reference!, valid: 200 },
  current: { ...column.current!, valid: 100 },
  unseen,
});

test('values beyond the range are counted with their share of the current values', () => {
  expect(unseenLines(withUnseen({ kind: 'range', below: 0, above: 25 }))).toEqual([
    { name: 'below the smallest of the reference', text: '0' },
    { name: 'above the largest of the reference', text: '25 (25.0 %)' },
  ]);
});

test('new categories are counted in current, vanished ones in the reference', () => {
  expect(unseenLines(withUnseen({ kind: 'list', values: 2, rows: 1, vanishedValues: 1, vanishedRows: 50 }), '≈ ')).toEqual([
    { name: 'new categories', text: '2, in ≈ 1 row (1.0 %)' },
    { name: 'vanished categories', text: '1, in ≈ 50 rows (25.0 %)' },
  ]);
});

test('where the sides were not compared there is nothing to say', () => {
  expect(unseenLines(withUnseen(null))).toEqual([]);
});
