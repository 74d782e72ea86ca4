import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ScoringResult, ScoringSettings } from '#shared/domain/model.ts';
import { makeDataFolder, type DataFolder } from '../../../fixtures/data/writeData.ts';
import { modelPath } from '../../../fixtures/models/expectedModels.ts';
import { moveFileAtomically } from '../../report/atomicWrite.ts';
import { scoreDataset, type ScoreRequest } from './scoreDataset.ts';

let folder: DataFolder;
beforeAll(() => {
  folder = makeDataFolder();
});
afterAll(() => folder.remove());

let outputs = 0;
type Asked = Partial<Omit<ScoreRequest, 'source' | 'model' | 'settings'>> & { settings?: Partial<ScoringSettings>; signal?: AbortSignal };
interface Scored extends ScoringResult {
  readonly output: string;
}

async function score(model: string, data: string, asked: Asked = {}, progress = (): void => undefined): Promise<Scored> {
  outputs += 1;
  const { settings, signal, output = join(folder.path, `scored-${outputs}.parquet`), ...rest } = asked;
  const request: ScoreRequest = {
    source: { path: data },
    model: { path: model.endsWith('.onnx') ? model : modelPath(model), name: null, version: null },
    settings: { map: {}, nulls: 'refuse', fill: {}, ...settings },
    where: null,
    keep: null,
    notFeatures: [],
    output,
    place: (made) => moveFileAtomically(made, output),
    ...rest,
  };
  const context = { signal: signal ?? new AbortController().signal, progress };
  return { ...(await scoreDataset(request, context)), output };
}

async function query(sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const columnsOf = async (path: string): Promise<unknown[]> => (await query(`describe select * from '${path}'`)).map((row) => row[0]);
const valuesOf = (path: string, what: string): Promise<unknown[][]> => query(`select ${what} from '${path}'`);
/** The model `external` is 1.5 a - 2 b + 0.25 c, without a constant. */
const abc = { map: { X: ['a', 'b', 'c'] } };
const wrong = 'count(*) filter (abs(prediction - (1.5 * a - 2 * b + 0.25 * c)) > 1e-3)::int';

describe('rows', () => {
  test('come out in the order they came in, over many row groups, blocks, parts and threads', async () => {
    const rows = 1_100_000;
    const sql = `select i, (i % 97)::double as a, (i % 13)::double as b, (i % 101)::double as c, 'text ' || i as t from range(${rows}) r(i)`;
    const data = await folder.write('many.parquet', sql);
    const result = await score('external', data, { settings: abc, partRows: 81_920 });
    expect(result).toMatchObject({ rows, resumedRows: 0, task: 'regression', missing: {}, notFinite: {}, replaced: [] });
    const order = `count(*) filter (i <> n)::int from (select *, row_number() over () - 1 as n`;
    const found = await query(`set preserve_insertion_order = true; select count(*)::int, ${wrong}, ${order} from '${result.output}')`);
    expect(found).toEqual([[rows, 0, 0]]);
    expect(existsSync(`${result.output}.parts`)).toBe(false);
  });

  test('of several files, and of a CSV file, stay in order', async () => {
    mkdirSync(join(folder.path, 'several'), { recursive: true });
    for (const part of [0, 1, 2])
      await folder.write(
        `several/${part}.parquet`,
        `select ${part} * 50000 + i as i, i % 7 as a, 1.5 as b, 0.5 as c from range(50000) r(i)`,
      );
    const several = await score('external', join(folder.path, 'several'), { settings: abc, partRows: 8192 });
    const csv = await folder.write('many.csv', 'select i, (i % 7) as a, 1.5 as b, 0.5 as c from range(150000) r(i)');
    const one = await score('external', csv, { settings: abc });
    for (const { output } of [several, one]) {
      const order = `count(*) filter (i <> n)::int from (select *, row_number() over () - 1 as n`;
      expect(await query(`select count(*)::int, ${wrong}, ${order} from '${output}')`)).toEqual([[150_000, 0, 0]]);
    }
  });

  test('that meet a condition are scored, and none is a file without rows', async () => {
    const data = await folder.write('some.parquet', 'select i, i::double as a, 0.0 as b, 0.0 as c from range(100) r(i)');
    const some = await score('external', data, { settings: abc, where: 'i >= 90' });
    expect(await valuesOf(some.output, 'i::int, prediction')).toEqual(Array.from({ length: 10 }, (_, k) => [90 + k, 1.5 * (90 + k)]));
    const none = await score('external', data, { settings: abc, where: 'i > 1000' });
    expect(none.rows).toBe(0);
    expect(await columnsOf(none.output)).toEqual(['i', 'a', 'b', 'c', 'prediction', 'model_name', 'model_version', 'model_sha256']);
    const empty = await folder.write('empty.parquet', 'select 1.0 as a, 1.0 as b, 1.0 as c where false');
    expect((await score('external', empty, { settings: abc })).rows).toBe(0);
    await expect(score('external', data, { settings: abc, where: 'nothing = 1' })).rejects.toMatchObject({ code: 'E_CONDITION_INVALID' });
  });
});

describe('missing values', () => {
  const sql = `select * from (values (1.0, 2.0, 3.0), (null, 2.0, 'nan'::double), (4.0, null, 5.0)) v(a, b, c)`;

  test('stop the work, with the row, unless told otherwise', async () => {
    const data = await folder.write('gaps.parquet', sql);
    const refused = score('external', data, { settings: abc });
    await expect(refused).rejects.toMatchObject({
      code: 'E_MODEL_VALUES',
      message: expect.stringMatching(/column a .* row 2\b.*--nulls nan/),
    });
    expect(existsSync(join(folder.path, `scored-${outputs}.parquet`))).toBe(false);
    expect(existsSync(join(folder.path, `scored-${outputs}.parquet.parts`))).toBe(false);
  });

  test('go in as NaN, and are counted by column', async () => {
    const data = await folder.write('gaps.parquet', sql);
    const result = await score('external', data, { settings: { ...abc, nulls: 'nan' } });
    expect(result).toMatchObject({ missing: { a: 1, b: 1, c: 1 }, notFinite: { prediction: 2 } });
    expect(await valuesOf(result.output, 'isnan(prediction)')).toEqual([[false], [true], [true]]);
  });

  test('are filled, by column and for all others', async () => {
    const data = await folder.write('gaps.parquet', sql);
    const result = await score('external', data, { settings: { ...abc, fill: { a: 10, '*': '1' } } });
    expect(result.missing).toEqual({ a: 1, b: 1, c: 1 });
    expect(await valuesOf(result.output, 'prediction')).toEqual([[-1.75], [11.25], [5.25]]);
    for (const given of ['many', '']) {
      const refused = score('external', data, { settings: { ...abc, fill: { a: given, '*': 1 } } });
      await expect(refused).rejects.toMatchObject({ code: 'E_MODEL_VALUES', message: expect.stringContaining('cannot fill a') });
    }
  });

  test('have no NaN among whole numbers, truth values; text takes an empty text', async () => {
    const row = (whole: string, flag: string): string =>
      `select ${whole}::bigint as whole, 1::int as small, 2 as tiny, ${flag}::boolean as flag`;
    const none = await folder.write('kinds-none.parquet', row('null', 'true'));
    await expect(score('kinds', none, { settings: { nulls: 'nan' } })).rejects.toMatchObject({
      code: 'E_MODEL_VALUES',
      message: expect.stringMatching(/int64.*--fill whole=VALUE/),
    });
    const flag = await folder.write('kinds-flag.parquet', row('5', 'null'));
    const filled = await score('kinds', flag, { settings: { fill: { flag: 'true' } } });
    expect(await valuesOf(filled.output, 'total')).toEqual([[9]]);
    const words = await folder.write('words-none.parquet', "select * from (values ('a'), (null)) v(word)");
    expect(await valuesOf((await score('words', words, { settings: { nulls: 'nan' } })).output, 'prediction')).toEqual([['a'], ['']]);
  });
});

describe('values that do not fit', () => {
  const kinds = (changes: Record<string, string>): string => {
    const values = { whole: '1::bigint', small: '1::int', tiny: '1::int', flag: 'true', ...changes };
    return `select ${Object.entries(values)
      .map(([column, value]) => `${value} as ${column}`)
      .join(', ')}`;
  };
  test.each([
    ['a fraction for int64', { whole: '1.5' }, /1\.5 in row 1.*int64/],
    ['a number too large for uint8', { tiny: '256' }, /256 in row 1.*uint8/],
    ['a negative number for uint8', { tiny: '-1' }, /-1 in row 1.*uint8/],
    ['infinity for int32', { small: "'inf'::double" }, /Infinity in row 1.*int32/],
    ['a number that is no truth value', { flag: '2' }, /2 in row 1.*bool/],
  ])('%s', async (_, changes: Record<string, string>, message) => {
    const data = await folder.write('unfit.parquet', kinds(changes));
    await expect(score('kinds', data)).rejects.toMatchObject({ code: 'E_MODEL_VALUES', message: expect.stringMatching(message) });
  });

  test('whole numbers beyond 2^53 keep all their digits', async () => {
    const data = await folder.write('large.parquet', kinds({ whole: '9007199254740993' }));
    expect(await valuesOf((await score('kinds', data)).output, 'whole::varchar, prediction::varchar')).toEqual([
      ['9007199254740993', '9007199254740993'],
    ]);
  });

  test('text where numbers go, and columns that are not there', async () => {
    const data = await folder.write('texts.parquet', "select 'x' as a, 1.0 as b, 2.0 as c, date '2026-01-01' as d");
    const asked = (columns: string[]): Promise<unknown> => score('external', data, { settings: { map: { X: columns } } });
    await expect(asked(['a', 'b', 'c'])).rejects.toMatchObject({
      code: 'E_MODEL_MAPPING',
      message: expect.stringContaining('a holds text'),
    });
    await expect(asked(['d', 'b', 'c'])).rejects.toMatchObject({
      code: 'E_MODEL_MAPPING',
      message: expect.stringContaining('d holds times'),
    });
    await expect(asked(['bb', 'b', 'c'])).rejects.toMatchObject({ code: 'E_COLUMN_UNKNOWN', message: expect.stringContaining('bb') });
    await expect(asked(['b', 'c'])).rejects.toMatchObject({ code: 'E_MODEL_MAPPING', message: expect.stringContaining('takes 3 columns') });
  });

  test('a category that the model refuses is told in the words of the runtime', async () => {
    const data = await folder.write('category.parquet', "select 1.0 as amount, 2 as count, 'barter' as payment");
    await expect(score('named-mixed', data)).rejects.toMatchObject({
      code: 'E_MODEL_UNSUPPORTED',
      message: expect.stringContaining('Unknown Category'),
    });
  });

  test('infinite values go in and predictions that are not finite are counted', async () => {
    const data = await folder.write('infinite.parquet', "select 'inf'::double as a, 1.0 as b, 1.0 as c");
    expect((await score('external', data, { settings: abc })).notFinite).toEqual({ prediction: 1 });
  });
});

describe('names and text', () => {
  test('text with very many values goes in and comes out', async () => {
    const rows = 60_000;
    const data = await folder.write(
      'words.parquet',
      `select case when i % 5 = 0 then 'same ''one''' else 'word ' || i end as word from range(${rows}) r(i)`,
    );
    const result = await score('words', data, { partRows: 16_384 });
    expect(
      await valuesOf(result.output, 'count(*)::int, count(distinct prediction)::int, count(*) filter (prediction <> word)::int'),
    ).toEqual([[rows, 48_001, 0]]);
    const few = await folder.write('few.parquet', `select 'word ' || (i % 300) as word from range(${rows}) r(i)`);
    expect(await valuesOf((await score('words', few)).output, 'count(*) filter (prediction <> word)::int')).toEqual([[0]]);
  });

  test('columns with quotes, commas and other signs', async () => {
    const names = ['a "b"', "it's, c", 'čau 🙂'];
    const quoted = names.map((name) => `"${name.replaceAll('"', '""')}"`);
    const data = await folder.write('names.parquet', `select 1.0 as ${quoted[0]}, 2.0 as ${quoted[1]}, 4.0 as ${quoted[2]}`);
    const result = await score('external', data, { settings: { map: { '': names } }, keep: [names[1]!] });
    expect(await columnsOf(result.output)).toEqual([names[1], 'prediction', 'model_name', 'model_version', 'model_sha256']);
    expect(await valuesOf(result.output, 'prediction')).toEqual([[-1.5]]);
  });

  test('a prediction stands in place of a column of its name, also in other letter case, and says so', async () => {
    const data = await folder.write('again.parquet', "select 1.0 as a, 2.0 as b, 4.0 as c, 'old' as \"Prediction\", 'x' as model_name");
    const result = await score('external', data, { settings: abc });
    expect(result.replaced).toEqual(['Prediction', 'model_name']);
    expect(await columnsOf(result.output)).toEqual(['a', 'b', 'c', 'prediction', 'model_name', 'model_version', 'model_sha256']);
    expect(await valuesOf(result.output, 'prediction, model_name')).toEqual([[-1.5, 'external']]);
  });

  test('classes that differ in letter case have columns of their own', async () => {
    const data = await folder.write('classes.parquet', 'select (i % 7) - 3.0 as a, (i % 5) - 2.0 as b, 0.0 as c from range(35) r(i)');
    const result = await score('zipmap-string', data, { settings: abc, keep: [] });
    const top = `case greatest("probability_Low", probability_low_2, probability_middle) when "probability_Low" then 'Low' when probability_low_2 then 'low' else 'middle' end`;
    expect(
      await valuesOf(result.output, `count(*)::int, count(*) filter (prediction <> ${top})::int, count(distinct prediction)::int`),
    ).toEqual([[35, 0, 3]]);
  });
});

describe('work that was stopped', () => {
  const partRows = 8192;
  const rows = 100_000;
  const makeData = (name: string): Promise<string> =>
    folder.write(
      name,
      `select i, case when i % 10 = 0 then null else (i % 97)::double end as a, (i % 13)::double as b, (i % 101)::double as c from range(${rows}) r(i)`,
    );
  const settings = { ...abc, nulls: 'nan' as const };

  /** Cancels once so many parts are there. */
  async function stopped(data: string, output: string, parts: number): Promise<void> {
    const stop = new AbortController();
    const watch = (): void => {
      if (existsSync(join(`${output}.parts`, `part-${String(parts - 1).padStart(6, '0')}.parquet`))) stop.abort();
    };
    await expect(score('external', data, { settings, partRows, output, signal: stop.signal }, watch)).rejects.toMatchObject({
      code: 'E_CANCELLED',
    });
    expect(existsSync(output)).toBe(false);
  }

  test('goes on where it was and gives the same bytes and counts', async () => {
    const data = await makeData('resume.parquet');
    const whole = await score('external', data, { settings, partRows });
    const output = join(folder.path, 'resumed.parquet');
    await stopped(data, output, 3);
    const result = await score('external', data, { settings, partRows, output });
    expect(result.resumedRows).toBeGreaterThanOrEqual(3 * partRows);
    expect(result.resumedRows % partRows).toBe(0);
    expect(result.resumedRows).toBeLessThan(rows);
    expect(readFileSync(output).equals(readFileSync(whole.output))).toBe(true);
    expect([result.missing, result.notFinite]).toEqual([whole.missing, whole.notFinite]);
    expect(result.missing).toEqual({ a: rows / 10 });
    expect(existsSync(`${output}.parts`)).toBe(false);
  });

  test('starts anew with other data, settings or model, and when a part was damaged', async () => {
    const data = await makeData('changing.parquet');
    const output = join(folder.path, 'anew.parquet');
    const again = async (change: Asked & { model?: string }): Promise<number> => {
      await stopped(data, output, 2);
      const { model = 'external', ...asked } = change;
      const result = await score(model, data, { settings, partRows, output, ...asked });
      rmSync(output);
      return result.resumedRows;
    };
    expect(await again({ settings: { ...settings, fill: { a: 1 } } })).toBe(0);
    expect(await again({ where: 'i < 50000' })).toBe(0);
    expect(await again({ model: 'linear-float' })).toBe(0);
    await stopped(data, output, 2);
    writeFileSync(join(`${output}.parts`, 'part-000000.parquet'), 'torn');
    expect((await score('external', data, { settings, partRows, output })).resumedRows).toBe(0);
    rmSync(output);
    await stopped(data, output, 2);
    await makeData('changing.parquet');
    expect((await score('external', data, { settings, partRows, output })).resumedRows).toBe(0);
  });

  test('goes on after its process was killed', async () => {
    const data = await makeData('killed.parquet');
    const output = join(folder.path, 'killed-out.parquet');
    const whole = await score('external', data, { settings, partRows });
    const program = join(import.meta.dirname, '../../../fixtures/models/scoreSlowly.mjs');
    const child = fork(program, [data, modelPath('external'), output, String(partRows)], { execArgv: [] });
    await once(child, 'message');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(output)).toBe(false);
    const result = await score('external', data, { settings, partRows, output });
    expect(result.resumedRows).toBeGreaterThanOrEqual(2 * partRows);
    expect(readFileSync(output).equals(readFileSync(whole.output))).toBe(true);
  });
});

describe('places that cannot be written', () => {
  test('end with the place named and nothing left behind', async () => {
    const data = await folder.write('fine.parquet', 'select 1.0 as a, 2.0 as b, 3.0 as c');
    const file = join(folder.path, 'a-file');
    writeFileSync(file, '');
    const refused = score('external', data, { settings: abc, output: join(file, 'out.parquet') });
    await expect(refused).rejects.toMatchObject({ code: 'E_WRITE_FAILED', message: expect.stringContaining('a-file') });
    const isFolder = join(folder.path, 'is-a-folder.parquet');
    mkdirSync(join(isFolder, 'inner'), { recursive: true });
    await expect(score('external', data, { settings: abc, output: isFolder })).rejects.toMatchObject({ code: 'E_WRITE_FAILED' });
    expect(statSync(isFolder).isDirectory()).toBe(true);
  });
});
