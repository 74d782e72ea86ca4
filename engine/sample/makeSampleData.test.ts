import { DuckDBInstance } from '@duckdb/node-api';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toWire } from '#shared/errors/AppError.ts';
import { events } from './events.ts';
import { makeSampleData, type SampleData } from './makeSampleData.ts';

const context = { signal: new AbortController().signal, progress: (): void => undefined };
let base: string;
let sample: SampleData;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'driftglass-sample-test-'));
  sample = await makeSampleData(join(base, 'sample'), context);
});
afterAll(() => rm(base, { recursive: true, force: true }));

async function rows(sql: string): Promise<unknown[]> {
  const connection = await (await DuckDBInstance.create()).connect();
  const reader = await connection.runAndReadAll(
    sql.replace('REFERENCE', `'${sample.reference.path}'`).replace('CURRENT', `'${sample.current.path}/*.parquet'`),
  );
  return reader.getRowsJson();
}

async function sizes(folder: string): Promise<Record<string, number>> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.parquet'));
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await stat(join(folder, name))).size])));
}

test('the sample is a month of 20,000 trips and 28 daily files of 20,000 more, in under 3 MB', async () => {
  expect(await rows('select count(*)::int, count(distinct trip_id)::int from REFERENCE')).toEqual([[20000, 20000]]);
  expect(await rows('select count(*)::int, count(distinct pickup_at::date)::int from CURRENT')).toEqual([[20000, 28]]);
  const files = Object.values(await sizes(join(base, 'sample')));
  expect(files).toHaveLength(29);
  expect(files.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(3_000_000);
});

test('made again elsewhere, every file has the same bytes', async () => {
  await makeSampleData(join(base, 'again'), context);
  for (const name of Object.keys(await sizes(join(base, 'sample')))) {
    const [one, two] = await Promise.all([readFile(join(base, 'sample', name)), readFile(join(base, 'again', name))]);
    expect(one.equals(two), name).toBe(true);
  }
});

test('a sample that is there is taken as it is, and a broken one is made whole', async () => {
  const before = await stat(sample.reference.path);
  await makeSampleData(join(base, 'sample'), context);
  expect((await stat(sample.reference.path)).mtimeMs).toBe(before.mtimeMs);
  await rm(sample.reference.path);
  await makeSampleData(join(base, 'sample'), context);
  expect((await stat(sample.reference.path)).size).toBe(before.size);
});

test('a making that is cancelled leaves nothing behind', async () => {
  const cancelled = { ...context, signal: AbortSignal.abort() };
  const failure: unknown = await makeSampleData(join(base, 'never'), cancelled).catch((error: unknown) => error);
  expect(toWire(failure).code).toBe('E_CANCELLED');
  expect((await readdir(base)).filter((name) => name.includes('never'))).toEqual([]);
});

test('a place that cannot be written is a coded error', async () => {
  await writeFile(join(base, 'file'), '');
  await expect(makeSampleData(join(base, 'file', 'sample'), context)).rejects.toMatchObject({ code: 'E_WRITE_FAILED' });
});

test('a folder with other files in it is not touched', async () => {
  await mkdir(join(base, 'mine'));
  await writeFile(join(base, 'mine', 'thesis.txt'), 'mine');
  await expect(makeSampleData(join(base, 'mine'), context)).rejects.toMatchObject({ code: 'E_WRITE_FAILED' });
  expect(await readdir(join(base, 'mine'))).toEqual(['thesis.txt']);
});

test('the broken day has distances a thousand times too long and no vendor, and only that day', async () => {
  const broken = await rows('select distinct day(pickup_at)::int from CURRENT where vendor_id is null or trip_distance > 100');
  expect(broken).toEqual([[events.brokenDay.day]]);
  expect(await rows('select count(vendor_id)::int from CURRENT where day(pickup_at) = 19')).toEqual([[0]]);
});

test('new categories, dearer fares and lost values begin on their days', async () => {
  const first = (condition: string): Promise<unknown[]> => rows(`select min(day(pickup_at))::int from CURRENT where ${condition}`);
  expect(await first("payment_type = 'wallet'")).toEqual([[events.wallet.fromDay]]);
  expect(await first("pickup_zone = 'New Quay'")).toEqual([[events.newZone.fromDay]]);
  expect(await first('isnan(prediction)')).toEqual([[events.failingDevices.fromDay]]);
  expect(await first("dropoff_zone = ''")).toEqual([[events.emptyZones.fromDay]]);
  expect(
    await rows(
      "select count(*)::int from REFERENCE where payment_type = 'wallet' or pickup_zone = 'New Quay' or dropoff_zone = '' or isnan(prediction) or vendor_id is null",
    ),
  ).toEqual([[0]]);
  const dearer = await rows(
    `select round(median(fare_amount / (2.8 + 1.45 * trip_distance + 0.28 * duration_min)), 2)::float as rise
     from CURRENT where day(pickup_at) <> 19 group by day(pickup_at) >= 16 order by 1`,
  );
  expect(dearer).toEqual([[1], [expect.closeTo(events.fareRise.factor)]]);
});
