import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DriftReport } from '#shared/domain/report.ts';
import { createEngine } from '../index.ts';

const context = { signal: new AbortController().signal, progress: (): void => undefined };
const engine = createEngine({ workspace: null, host: 'test', roots: null });
let report: DriftReport;

beforeAll(async () => {
  const { reference, current, settings } = await engine.api.workspace.openSample({}, context);
  report = await engine.api.reports.create({ reference: reference!, current: current!, settings }, context);
});
afterAll(() => engine.close());

const columnsThat = (drifted: boolean): string[] =>
  report.dataDrift.columns
    .filter((column) => column.status === 'tested' && column.drifted === drifted)
    .map(({ column }) => column)
    .toSorted();

const findings = (code: string): (string | null)[] =>
  report.findings.filter((finding) => finding.code === code).map(({ column }) => column);

test('what was planted drifts, and what was left alone does not', () => {
  expect(columnsThat(true)).toEqual(
    [
      'duration_min',
      'fare_amount',
      'dropoff_zone',
      'payment_type',
      'pickup_zone',
      'prediction',
      'tip_amount',
      'total_amount',
      'trip_distance',
    ].toSorted(),
  );
  expect(columnsThat(false)).toEqual(['passenger_count', 'rate_code', 'store_and_forward', 'surcharge', 'vendor_id']);
});

test('ids and times are shown and not tested', () => {
  const untested = report.dataDrift.columns.filter((column) => column.status === 'not-tested').map(({ column, kind }) => [column, kind]);
  expect(untested).toEqual([
    ['trip_id', 'id'],
    ['pickup_at', 'datetime'],
    ['dropoff_at', 'datetime'],
  ]);
});

test('the new payment and the new zone are findings', () => {
  expect(findings('new-categories')).toEqual(expect.arrayContaining(['payment_type', 'pickup_zone']));
});

test('lost passenger counts and NaN predictions are seen among the missing values', () => {
  const missing = (name: string) => report.missingValues.columns.find(({ column }) => column === name)!;
  expect(missing('passenger_count').reference!.share).toBeCloseTo(0.02, 2);
  expect(missing('passenger_count').current!.share).toBeGreaterThan(0.05);
  expect(missing('prediction').current!.nan).toBeGreaterThan(50);
  expect(missing('vendor_id').current!.nulls).toBeGreaterThan(700);
  expect(missing('dropoff_zone').current!.emptyStrings).toBeGreaterThan(50);
});

test('without the broken day the distances drift only by the airport', async () => {
  const { reference, current, settings } = await engine.api.workspace.get({}, context);
  const where = 'not (month(pickup_at) = 2 and day(pickup_at) = 19)';
  const without = await engine.api.reports.create({ reference: reference!, current: current!, settings: { ...settings, where } }, context);
  const score = (of: DriftReport): number => of.dataDrift.columns.find(({ column }) => column === 'trip_distance')!.driftScore!;
  expect(score(report)).toBeGreaterThan(10);
  expect(score(without)).toBeGreaterThan(0.1);
  expect(score(without)).toBeLessThan(1);
});
