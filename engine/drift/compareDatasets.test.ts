import { writeFileSync, mkdirSync, truncateSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { driftReport, type ColumnReport } from '#shared/domain/report.ts';
import { reportSettings, type ReportSettingsInput } from '#shared/domain/settings.ts';
import { makeDataFolder } from '../../fixtures/data/writeData.ts';
import { unexplainedNulls } from '../../fixtures/reports/unexplainedNulls.ts';
import { unattended } from '../jobs/pacer.ts';
import { compareDatasets, type ComparedDatasets } from './compareDatasets.ts';

const data = makeDataFolder();
afterAll(() => data.remove());

async function compare(
  reference: string,
  current: string,
  settings: ReportSettingsInput = {},
  context = unattended,
): Promise<ComparedDatasets> {
  const compared = await compareDatasets(
    { reference: { path: reference }, current: { path: current }, settings: reportSettings.parse(settings) },
    context,
  );
  const marks = {
    schemaVersion: 1,
    id: 'x',
    createdAt: '2024-01-01T00:00:00Z',
    producedBy: { name: 'driftglass', version: '0' },
    command: 'x',
  };
  const report = driftReport.parse({ ...marks, ...compared });
  expect(unexplainedNulls(report)).toEqual([]);
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  return compared;
}

let made = 0;
async function pair(reference: string, current: string, ending = 'parquet'): Promise<[string, string]> {
  made++;
  return [await data.write(`reference${made}.${ending}`, reference), await data.write(`current${made}.${ending}`, current)];
}

const column = (report: ComparedDatasets, name: string): ColumnReport => report.dataDrift.columns.find((one) => one.column === name)!;
const codes = (report: ComparedDatasets, name: string): string[] =>
  report.findings.filter((finding) => finding.column === name).map((finding) => finding.code);

test('a shifted column drifts, an equal one does not, and the data set follows the share', async () => {
  const [reference, current] = await pair(
    'select i::double as same, i::double as moved from range(500) t(i)',
    'select i::double as same, i + 400.5 as moved from range(500) t(i)',
  );
  const report = await compare(reference, current);
  expect(column(report, 'same').drifted).toBe(false);
  expect(column(report, 'moved').drifted).toBe(true);
  expect(report.dataDrift).toMatchObject({ numberOfColumns: 2, numberOfDriftedColumns: 1, shareOfDriftedColumns: 0.5, datasetDrift: true });
});

test('a column of one side is a finding with its profile, not a verdict', async () => {
  const [reference, current] = await pair('select 1.5::double as a, 2::double as gone', 'select 1.5::double as a, 3::double as fresh');
  const report = await compare(reference, current);
  expect(column(report, 'gone')).toMatchObject({ status: 'not-tested', notTested: { reason: 'only-in-reference' }, current: null });
  expect(column(report, 'fresh')).toMatchObject({ status: 'not-tested', notTested: { reason: 'only-in-current' }, reference: null });
  expect(codes(report, 'gone')).toEqual(['only-in-reference']);
  expect(report.dataDrift.columns.map((one) => one.column)).toEqual(['a', 'gone', 'fresh']);
});

test('kinds that differ between the sides are a finding, and both profiles are there', async () => {
  const [reference, current] = await pair('select i::double as x from range(50) t(i)', "select 'v' || i as x from range(50) t(i)");
  const report = await compare(reference, current);
  expect(column(report, 'x')).toMatchObject({ status: 'not-tested', notTested: { reason: 'kinds-differ' } });
  expect(column(report, 'x').reference?.mean).toBe(24.5);
  expect(column(report, 'x').current?.distinct).toBe(50);
  expect(codes(report, 'x')).toContain('kinds-differ');
});

test('integers on one side and doubles on the other are compared value by value', async () => {
  const [reference, current] = await pair(
    'select (i % 3)::int as x from range(90) t(i)',
    'select case when i = 0 then null else (i % 3)::double end as x from range(90) t(i)',
  );
  const report = await compare(reference, current);
  expect(column(report, 'x')).toMatchObject({ kind: 'categorical', status: 'tested', drifted: false });
  expect(column(report, 'x').histogram).toMatchObject({ categories: [{ value: '0' }, { value: '1' }, { value: '2' }] });
});

test('an all-null column on either side has no verdict and is no different kind', async () => {
  const [reference, current] = await pair(
    'select i::double as x, null::int as y from range(9) t(i)',
    'select null::varchar as x, null::int as y from range(9) t(i)',
  );
  const report = await compare(reference, current);
  expect(column(report, 'x')).toMatchObject({ notTested: { reason: 'no-valid-values' } });
  expect(column(report, 'y')).toMatchObject({ notTested: { reason: 'no-valid-values' } });
  expect(report.missingValues.current).toMatchObject({ numberOfMissingValues: 18, numberOfCells: 18, shareOfMissingValues: 1 });
});

test('infinities and NaN are counted apart and left out of the statistics', async () => {
  const values = "select unnest(['1', '2', '3', 'nan', 'infinity', '-infinity', null]::double[]) as x";
  const report = await compare(...(await pair(values, values)));
  expect(column(report, 'x').reference).toMatchObject({
    count: 7,
    valid: 3,
    nulls: 1,
    nan: 1,
    positiveInfinity: 1,
    negativeInfinity: 1,
    missing: 2,
    mean: 2,
    min: 1,
    max: 3,
  });
  expect(codes(report, 'x')).toContain('infinite-values');
});

test('what counts as missing is a setting', async () => {
  const [reference, current] = await pair("select unnest(['a', '', null]) as x", "select unnest(['a', '', null]) as x");
  const usual = await compare(reference, current);
  expect(column(usual, 'x').reference).toMatchObject({ missing: 1, emptyStrings: 1, distinct: 2, valid: 2 });
  const strict = await compare(reference, current, { missing: ['null', 'empty-string'] });
  expect(column(strict, 'x').reference).toMatchObject({ missing: 2, emptyStrings: 1, distinct: 1, valid: 1 });
});

test('new and vanished categories are found', async () => {
  const [reference, current] = await pair(
    "select case when i % 2 = 0 then 'old' else 'both' end as x from range(40) t(i)",
    "select case when i % 2 = 0 then 'new' else 'both' end as x from range(40) t(i)",
  );
  const report = await compare(reference, current);
  expect(codes(report, 'x')).toEqual(['new-categories', 'vanished-categories']);
  expect(column(report, 'x')).toMatchObject({ status: 'tested', drifted: true });
});

test('nested, binary and duration columns are listed with the reason', async () => {
  const sql = "select [1, 2] as list, {'a': 1} as struct, 'x'::blob as bytes, interval 1 day as duration, 1.5::double as x";
  const report = await compare(...(await pair(sql, sql)));
  for (const name of ['list', 'struct', 'bytes', 'duration']) {
    expect(column(report, name), name).toMatchObject({ kind: 'unsupported', notTested: { reason: 'type-not-analysed' } });
  }
  expect(column(report, 'x').status).toBe('tested');
});

test('every scalar type is analysed', async () => {
  const number = (type: string): string => `(i % 50)::${type} as "${type}"`;
  const types = [
    'tinyint',
    'smallint',
    'integer',
    'bigint',
    'hugeint',
    'utinyint',
    'usmallint',
    'uinteger',
    'ubigint',
    'float',
    'double',
    'decimal(9,2)',
    'decimal(38,10)',
  ];
  const times = "timestamp '2024-01-01' + interval (i) hour";
  const sql = `select ${types.map(number).join(', ')}, i % 2 = 0 as truth, (date '2024-01-01' + i::int) as day, ${times} as moment, (${times})::timestamptz as zoned,
    (${times})::timestamp_ns as nano, uuid() as token, ('a' || i % 2)::enum('a0', 'a1') as mood from range(100) t(i)`;
  const report = await compare(...(await pair(sql, sql)));
  const kinds = Object.fromEntries(report.dataDrift.columns.map((one) => [one.column, one.kind]));
  for (const type of types) expect(kinds[type], type).toBe('numeric');
  expect(kinds).toMatchObject({
    truth: 'categorical',
    day: 'datetime',
    moment: 'datetime',
    zoned: 'datetime',
    nano: 'datetime',
    token: 'id',
    mood: 'categorical',
  });
  expect(report.dataDrift.columns.filter((one) => one.drifted)).toEqual([]);
  expect(column(report, 'moment').reference).toMatchObject({
    min: '2024-01-01T00:00:00.000Z',
    max: '2024-01-05T03:00:00.000Z',
    distinct: 100,
  });
});

test('infinite times are counted, not crashed on', async () => {
  const sql = "select unnest(['2024-01-01', 'infinity', '-infinity']::timestamp[]) as t";
  const report = await compare(...(await pair(sql, sql)));
  expect(column(report, 't').reference).toMatchObject({ valid: 1, positiveInfinity: 1, negativeInfinity: 1 });
});

test('CSV and JSON lines give the same report as parquet', async () => {
  const rows = (shift: number): string => `select i + ${shift} as n, (i * 7 % 100) / 4.0 as x, 'c' || i % 3 as c from range(200) t(i)`;
  const scores = async (ending: string): Promise<unknown> => {
    const report = await compare(...(await pair(rows(0), rows(30), ending)));
    return report.dataDrift.columns.map((one) => [one.column, one.kind, one.method, one.driftScore]);
  };
  const parquet = await scores('parquet');
  expect(await scores('csv')).toEqual(parquet);
  expect(await scores('jsonl')).toEqual(parquet);
});

test('types of a CSV hold for all of its rows, not only for its head', async () => {
  const late =
    "select case when i < 25000 then null else (i / 4.0)::varchar end as late_number, case when i < 25000 then '1' else 'x' end as late_text, i as n from range(30000) t(i)";
  const report = await compare(...(await pair(late, late, 'csv')));
  expect(column(report, 'late_number')).toMatchObject({ kind: 'numeric', reference: { nulls: 25_000, valid: 5000 } });
  expect(column(report, 'late_text')).toMatchObject({ kind: 'categorical', reference: { distinct: 2 } });
});

test('a key that first appears late in JSON lines is a column', async () => {
  const folder = join(data.path, 'late.jsonl');
  writeFileSync(folder, Array.from({ length: 25_000 }, (_, i) => JSON.stringify(i < 24_000 ? { a: i } : { a: i, late: i / 2 })).join('\n'));
  const report = await compare(folder, folder);
  expect(column(report, 'late').reference?.valid).toBe(1000);
});

test('a folder and a glob of parquet files are one data set', async () => {
  const folder = join(data.path, 'days');
  mkdirSync(folder);
  for (const day of [1, 2, 3]) await data.write(`days/day${day}.parquet`, `select ${day}::double as x from range(10)`);
  const report = await compare(folder, join(folder, 'day[12].parquet'));
  expect(report.reference).toMatchObject({ numberOfRows: 30, format: 'parquet' });
  expect(report.current.numberOfRows).toBe(20);
  expect(report.current.files.map((file) => file.name)).toEqual(['day1.parquet', 'day2.parquet']);
});

test('a row condition holds for both sides, and a bad one is refused', async () => {
  const [reference, current] = await pair(
    'select i as n, i % 2 as g from range(100) t(i)',
    'select i as n, i % 2 as g from range(60) t(i)',
  );
  const report = await compare(reference, current, { where: 'g = 1 -- odd rows' });
  expect([report.reference.numberOfRows, report.current.numberOfRows]).toEqual([50, 30]);
  for (const where of ['nope = 1', 'g = ', "1); copy (select 1) to '/tmp/x.csv'; select (1"]) {
    await expect(compare(reference, current, { where })).rejects.toMatchObject({ code: 'E_CONDITION_INVALID' });
  }
});

test('derived columns are there on both sides, and the condition may use them', async () => {
  const [reference, current] = await pair(
    'select i as n, i % 2 as g, i::varchar as t from range(100) t(i)',
    'select i as n, i % 2 as g, i::varchar as t from range(60) t(i)',
    'csv',
  );
  const derive = [
    { column: 'half', expression: 'n / 2 -- of n' },
    { column: 'quarter', expression: 'half / 2' },
    { column: 'T', expression: "'x' || g" },
  ];
  const report = await compare(reference, current, { derive, where: 'quarter < 5' });
  expect([report.reference.numberOfRows, report.current.numberOfRows]).toEqual([20, 20]);
  expect(report.dataDrift.columns.map((each) => each.column).toSorted()).toEqual(['g', 'half', 'n', 'quarter', 't']);
  expect(column(report, 't')).toMatchObject({ kind: 'categorical', reference: { distinct: 2 } });
  expect(column(report, 'half').sql[0]!.sql).toContain('as "half"');
  for (const expression of ['nope', 'n +', 'n) as a, (g', 'max(n)', '*', "1); copy (select 1) to '/tmp/x.csv'; select (1"]) {
    const refused = compare(reference, current, { derive: [{ column: 'bad', expression }] });
    await expect(refused, expression).rejects.toMatchObject({
      code: 'E_DERIVATION_INVALID',
      message: expect.stringContaining('bad') as string,
    });
  }
});

test('an empty side is said, not crashed on', async () => {
  const [reference, current] = await pair("select 1.5 as x, 'a' as c from range(10)", "select 1.5 as x, 'a' as c from range(0)");
  const report = await compare(reference, current);
  expect(report.findings[0]).toMatchObject({ severity: 'broken', code: 'empty-side' });
  expect(report.missingValues.current).toMatchObject({ shareOfMissingValues: null, reasons: { shareOfMissingValues: 'no-cells' } });
});

test('names that exist nowhere are refused with near ones', async () => {
  const [reference, current] = await pair('select 1 as fare_amount', 'select 1 as fare_amount');
  for (const settings of [
    { ignore: ['fare_amont'] },
    { kinds: { fare_amont: 'numeric' as const } },
    { drift: { methods: { fare_amont: 'ks' } } },
  ]) {
    await expect(compare(reference, current, settings)).rejects.toMatchObject({
      code: 'E_COLUMN_UNKNOWN',
      message: expect.stringContaining('fare_amount') as string,
    });
  }
  await expect(compare(reference, current, { ignore: ['fare_amount'] })).rejects.toMatchObject({ code: 'E_NO_COLUMNS' });
});

test('a method that is unknown or does not fit the kind is refused', async () => {
  const [reference, current] = await pair("select 'a' || i % 5 as c from range(50) t(i)", "select 'a' || i % 5 as c from range(50) t(i)");
  await expect(compare(reference, current, { drift: { method: 'kolmo' } })).rejects.toMatchObject({ code: 'E_METHOD_UNKNOWN' });
  await expect(compare(reference, current, { drift: { methods: { c: 'ks' } } })).rejects.toMatchObject({ code: 'E_METHOD_NOT_APPLICABLE' });
  const report = await compare(reference, current, { drift: { method: 'ks' } });
  expect(column(report, 'c').method).toBe('chi-square');
});

test('names of columns that JavaScript also knows are only names', async () => {
  const sql =
    'select i::double as "constructor", i::double as "__proto__", i::double as "toString", i::double as "a\'b""c;--" from range(30) t(i)';
  const report = await compare(...(await pair(sql, sql)));
  expect(report.dataDrift.numberOfColumns).toBe(4);
});

test('text that was said to be numeric is read as numbers, and stray text is named', async () => {
  const [reference, current] = await pair(
    "select (i / 2.0)::varchar as x, 'n' || i as y from range(100) t(i)",
    "select (i / 3.0)::varchar as x, 'n' || i as y from range(100) t(i)",
  );
  const report = await compare(reference, current, { kinds: { x: 'numeric', y: 'numeric' } });
  expect(column(report, 'x')).toMatchObject({ kind: 'numeric', status: 'tested' });
  expect(column(report, 'y')).toMatchObject({ notTested: { reason: 'failed', sentence: expect.stringContaining('n0') as string } });
});

test('a sample is the same each time and is said in the report', async () => {
  const [reference, current] = await pair('select i::double as x from range(5000) t(i)', 'select i::double as x from range(5000) t(i)');
  const settings = { sample: { rows: 300, seed: 4 } };
  const first = await compare(reference, current, settings);
  expect(first).toMatchObject({ exact: false, reference: { numberOfRows: 5000 } });
  expect(column(first, 'x').reference?.count).toBe(300);
  expect(first.findings.map((finding) => finding.code)).toContain('sampled');
  expect(await compare(reference, current, settings)).toEqual(first);
});

test('p-values are also adjusted for their number', async () => {
  const columns = Array.from({ length: 20 }, (_, k) => `(hash(i * 100 + ${k} + seed) >> 11)::double / 9007199254740992 as x${k}`);
  const sql = (seed: number): string => `select ${columns.join(', ').replaceAll('seed', String(seed))} from range(400) t(i)`;
  const report = await compare(...(await pair(sql(1), sql(5_000_000))));
  expect(report.dataDrift.numberOfDriftedColumnsAdjusted).toBeLessThanOrEqual(report.dataDrift.numberOfDriftedColumns);
  for (const one of report.dataDrift.columns) expect(one.adjustedPValue!).toBeGreaterThanOrEqual(one.pValue!);
});

test('missing, empty, damaged and foreign files are refused with what is wrong', async () => {
  const [good] = await pair('select 1 as x', 'select 1 as x');
  const file = (name: string, content: string): string => {
    writeFileSync(join(data.path, name), content);
    return join(data.path, name);
  };
  const cut = await data.write('cut.parquet', 'select i as x from range(1000) t(i)');
  truncateSync(cut, statSync(cut).size - 20);
  const refused: [string, string, RegExp][] = [
    [join(data.path, 'nowhere.parquet'), 'E_FILE_NOT_FOUND', /no file/],
    [join(data.path, 'no*thing.parquet'), 'E_FOLDER_EMPTY', /matches/],
    [file('empty.parquet', ''), 'E_FILE_CORRUPT', /0 bytes/],
    [file('page.parquet', '<!doctype html><html></html>'), 'E_FILE_CORRUPT', /web page/],
    [file('pointer.parquet', 'version https://git-lfs.github.com/spec/v1'), 'E_FILE_CORRUPT', /LFS/],
    [file('notes.docx', 'hello'), 'E_FILE_FORMAT', /ending/],
    [cut, 'E_FILE_CORRUPT', /cut\.parquet/],
  ];
  for (const [path, code, words] of refused) {
    await expect(compare(good, path), path).rejects.toMatchObject({ code, message: expect.stringMatching(words) as string });
  }
});

test('cancelling ends the work with E_CANCELLED', async () => {
  const [reference, current] = await pair(
    'select random() as x, random() as y from range(400000)',
    'select random() as x, random() as y from range(400000)',
  );
  const controller = new AbortController();
  const context = {
    signal: controller.signal,
    progress: ({ share }: { share: number | null }) => (share ?? 0) >= 0.05 && controller.abort(),
  };
  await expect(compare(reference, current, {}, context)).rejects.toMatchObject({ code: 'E_CANCELLED' });
});

test('progress only moves forward and ends at the whole', async () => {
  const [reference, current] = await pair(
    'select i as a, i as b, i as c from range(100) t(i)',
    'select i as a, i as b, i as c from range(100) t(i)',
  );
  const shares: number[] = [];
  await compare(reference, current, {}, { signal: unattended.signal, progress: ({ share }) => shares.push(share!) });
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});
