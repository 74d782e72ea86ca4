import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import type { CheckResult, Suite, SuiteEntry } from '#shared/domain/suite.ts';
import { reportOf } from '../../fixtures/conformance/checkedPair.ts';
import { makeDataFolder, type DataFolder } from '../../fixtures/data/writeData.ts';
import { readPage } from '../data/readPage.ts';
import { countRows } from './countRows.ts';
import { freezeSuite } from './freezeSuite.ts';
import { runSuite } from './runSuite.ts';
import { readSuite } from './suiteFile.ts';

const context = { signal: new AbortController().signal, progress: (): void => undefined };
const guard = { read: async (): Promise<void> => undefined };

const rows = `select * from (values
  (1, 5.0::double, 'AB-1', timestamp '2026-01-01 10:00', timestamp '2026-01-01 11:00', 'x', 10),
  (2, 7.5, 'AB-22', timestamp '2026-01-02', timestamp '2026-01-01', 'x', 20),
  (3, 'nan'::double, 'cd-3', timestamp '2026-02-01', null, 'y', null),
  (4, 'infinity'::double, null, timestamp '2026-03-01', timestamp '2026-03-01', 'y', 20),
  (5, -1.0, '', timestamp '2026-04-01', timestamp '2026-05-01', 'x', 20)) t(id, amount, code, starts, ends, zone, day)`;

let data: DataFolder;
let path: string;
beforeAll(async () => {
  data = makeDataFolder();
  path = await data.write('rows.parquet', rows);
});
afterAll(() => data.remove());

const kinds: ReportSettingsInput = { kinds: { code: 'categorical', id: 'numeric', day: 'numeric' } };

async function ask(entries: SuiteEntry[], settings: ReportSettingsInput = {}, file = path): Promise<CheckResult[]> {
  const report = await reportOf(file, file, { ...kinds, ...settings });
  const suite = { checks: entries };
  return runSuite(suite, report, await countRows(suite, report, { guard, context })).results;
}

const one = async (entry: SuiteEntry, settings: ReportSettingsInput = {}): Promise<CheckResult> => (await ask([entry], settings))[0]!;

describe('rules on rows', () => {
  it.each<[string, SuiteEntry, number]>([
    ['a list of numbers', { check: 'value-in-list', column: 'id', params: { values: [1, 2, '3'] } }, 2 / 5],
    ['a list of texts', { check: 'value-in-list', column: 'code', params: { values: ['AB-1', 'AB-22', 'cd-3', ''] } }, 0],
    ['a list of what must not be', { check: 'value-not-in-list', column: 'zone', params: { values: ['y', "it's"] } }, 2 / 5],
    ['a range, infinite values left out', { check: 'value-in-range', column: 'amount', params: { min: 0, max: 7 } }, 2 / 3],
    ['a range of times', { check: 'value-in-range', column: 'starts', params: { min: '2026-01-01T12:00', max: '2026-03-01' } }, 2 / 5],
    ['a pattern', { check: 'matches-pattern', column: 'code', params: { pattern: '[A-Z]{2}-\\d+' } }, 2 / 4],
    ['a pattern anywhere', { check: 'matches-pattern', column: 'code', params: { pattern: '-\\d', whole: false } }, 1 / 4],
    ['a length', { check: 'value-length', column: 'code', params: { min: 1, max: 4 } }, 2 / 4],
    ['another column', { check: 'greater-than-column', column: 'ends', params: { than: 'starts' } }, 2 / 4],
    ['another column, or equal', { check: 'greater-than-column', column: 'ends', params: { than: 'starts', orEqual: true } }, 1 / 4],
    ['an equal column', { check: 'equal-to-column', column: 'starts', params: { to: 'ends' } }, 4 / 5],
    ['unique together', { check: 'unique-together', params: { columns: ['zone', 'starts'] } }, 0],
    ['not unique together', { check: 'unique-together', params: { columns: ['day'] } }, 3 / 4],
    ['a condition; unknown is met', { check: 'rows-meet-condition', params: { condition: 'ends >= starts -- really' } }, 1 / 5],
  ])('%s', async (_, entry, share) => {
    const result = await one(entry);
    expect(result.value, result.sentence).toBeCloseTo(share, 12);
    expect(result.status).toBe(share === 0 || entry.check === 'matches-pattern' ? 'pass' : 'fail');
    if (result.failingRows === null) return;
    const found = await readPage({ source: { path }, offset: 0, limit: 10, where: result.failingRows.where });
    expect(found.numberOfRows, result.failingRows.where).toBe(result.failingRows.count);
  });

  it('counts within the condition of the run, and without what counts as missing', async () => {
    const entry = { check: 'value-length', column: 'code', params: { min: 1 } };
    expect((await one(entry)).value).toBe(1 / 4);
    expect((await one(entry, { missing: ['null', 'empty-string'] })).value).toBe(0);
    const within = await one({ check: 'value-in-list', column: 'zone', params: { values: ['x'] } }, { where: 'id > 2 -- late ones' });
    expect(within).toMatchObject({ value: 2 / 3, failingRows: { count: 2 } });
    expect((await readPage({ source: { path }, offset: 0, limit: 10, where: within.failingRows!.where })).numberOfRows).toBe(2);
  });

  it('takes mostly', async () => {
    const entry = { check: 'matches-pattern', column: 'code', params: { pattern: 'AB-.*' } };
    expect((await one({ ...entry, mostly: 0.5 })).status).toBe('pass');
    expect((await one({ ...entry, mostly: 0.6 })).status).toBe('fail');
  });

  it('reads a CSV as the report did', async () => {
    const file = await data.write('rows.csv', rows);
    const [result] = await ask([{ check: 'value-in-range', column: 'id', params: { min: 2 } }], {}, file);
    expect(result).toMatchObject({ value: 1 / 5, status: 'fail' });
  });

  it('is frozen with its params, and read again', async () => {
    const report = await reportOf(path, path, kinds);
    const suite: Suite = {
      checks: [
        { check: 'value-in-list', column: 'zone', params: { values: ['x', 'y'] } },
        { check: 'matches-pattern', column: 'code', params: { pattern: "it's: \\d", whole: false } },
      ],
    };
    const counted = await countRows(suite, report, { guard, context });
    const frozen = readSuite(freezeSuite(suite, report, counted));
    expect(frozen.checks).toMatchObject([
      { ...suite.checks![0], condition: { lte: 0 } },
      { ...suite.checks![1], condition: { lte: { value: 1 } } },
    ]);
  });
});

describe('what cannot be counted', () => {
  it('is an error of its own check; the others have their answers', async () => {
    const results = await ask([
      { check: 'matches-pattern', column: 'code', params: { pattern: '(' } },
      { check: 'rows-meet-condition', params: { condition: 'no_such_column > 1' } },
      { check: 'rows-meet-condition', params: { condition: '1 = 1); drop table x; select (true' } },
      { check: 'greater-than-column', column: 'ends', params: { than: 'finish' } },
      { check: 'value-in-list', column: 'id', params: { values: [1, 2, 3, 4, 5] } },
    ]);
    expect(results.map(({ status }) => status)).toEqual(['error', 'error', 'error', 'error', 'pass']);
    expect(results[0]!.sentence).toMatch(/missing \)/);
    expect(results[3]!.sentence).toMatch(/there is no column finish\.$/);
  });

  it('says so where the file has changed since', async () => {
    const file = await data.write('moving.parquet', rows);
    const report = await reportOf(file, file, kinds);
    await data.write('moving.parquet', `${rows} where id > 1`);
    const suite = { checks: [{ check: 'value-in-list', column: 'zone', params: { values: ['x'] } }] };
    const [result] = runSuite(suite, report, await countRows(suite, report, { guard, context })).results;
    expect(result).toMatchObject({ status: 'error', value: null });
    expect(result!.sentence).toMatch(/has 4 rows, and had 5 when the report was made; compare again\.$/);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['value-in-list', {}, /values/],
    ['value-in-range', {}, /min, max or both/],
    ['value-in-range', { min: 'yesterday' }, /neither a number nor a time/],
    ['matches-pattern', { pattern: 3 }, /pattern/],
    ['unique-together', { columns: [] }, /columns/],
  ])('%s with %j is refused before anything is read', async (check, params, reason) => {
    const column = check === 'unique-together' ? {} : { column: 'id' };
    await expect(ask([{ check, ...column, params: params as SuiteEntry['params'] }])).rejects.toThrow(reason);
  });
});
