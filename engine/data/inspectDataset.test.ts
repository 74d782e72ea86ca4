import { afterAll, expect, test } from 'vitest';
import { reportSettings } from '#shared/domain/settings.ts';
import { makeDataFolder } from '../../fixtures/data/writeData.ts';
import { compareDatasets } from '../drift/compareDatasets.ts';
import { unattended } from '../jobs/pacer.ts';
import { inspectDataset } from './inspectDataset.ts';
import { readPage } from './readPage.ts';

const data = makeDataFolder();
afterAll(() => data.remove());

const sql = `select i as trip_id, i % 7 as few, i % 11 as more, 'w' || i as words, case when i % 2 = 0 then 'w' || i else 'same' end as half,
  i / 2.0 as x, uuid() as token, [i] as list, true as truth, date '2024-01-01' as day, null::int as nothing from range(3000) t(i)`;

test('a data set has on opening the kinds that a report would give it', async () => {
  const path = await data.write('kinds.parquet', sql);
  const info = await inspectDataset({ path }, unattended);
  const report = await compareDatasets({ reference: { path }, current: { path }, settings: reportSettings.parse({}) }, unattended);
  const kinds = (columns: readonly { column: string; kind: string }[]): unknown => columns.map(({ column, kind }) => [column, kind]);
  expect(kinds(info.columns)).toEqual(kinds(report.dataDrift.columns));
  expect(info.summary).toMatchObject({ numberOfRows: 3000, numberOfColumns: 11, format: 'parquet' });
  expect(info.summary.files[0]!.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('rows are read by page, in file order, as text', async () => {
  const path = await data.write('rows.csv', "select i as n, case when i = 3 then null else repeat('x', 300) end as t from range(50) t(i)");
  const page = await readPage({ source: { path }, offset: 2, limit: 3, where: null });
  expect(page.numberOfRows).toBe(50);
  expect(page.rows.map((row) => row[0])).toEqual(['2', '3', '4']);
  expect(page.rows[1]![1]).toBeNull();
  expect(page.rows[0]![1]).toHaveLength(201);
  expect((await readPage({ source: { path }, offset: 0, limit: 5, where: 'n > 47' })).rows).toHaveLength(2);
  const derive = [{ column: 'double', expression: '2 * n' }];
  const derived = await readPage({ source: { path }, offset: 0, limit: 5, derive, where: 'double > 94' });
  expect(derived.rows.map((row) => row[2])).toEqual(['96', '98']);
});
