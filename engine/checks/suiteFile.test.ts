import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { DriftReport } from '#shared/domain/report.ts';
import { reportOf } from '../../fixtures/conformance/checkedPair.ts';
import { makeDataFolder, type DataFolder } from '../../fixtures/data/writeData.ts';
import { acceptResult, freezeSuite } from './freezeSuite.ts';
import { runSuite } from './runSuite.ts';
import { readSuite } from './suiteFile.ts';
import { suiteJsonSchema } from './suiteJsonSchema.ts';

let data: DataFolder;
let report: DriftReport;
beforeAll(async () => {
  data = makeDataFolder();
  const rows = (shift: number): string =>
    `select i::double + ${shift} as fare, case when i % 20 < ${shift} then null else i % 5 end as rate, ['card', 'cash', ${shift > 0 ? "'app'" : "'card'"}][1 + i % 3] as payment from range(200) t(i)`;
  report = await reportOf(await data.write('january.parquet', rows(0)), await data.write('february.parquet', rows(4)));
});
afterAll(() => data.remove());

describe('a suite file', () => {
  it.each([
    ['checks:\n  - chek: mean-value\n', 'Line 2', 'did you mean check'],
    ['checks:\n  - check: mean-valeu\n', 'Line 2', 'did you mean mean-value'],
    ['presets: [data-stabilty]\n', 'Line 1', 'did you mean data-stability'],
    ['checks:\n  - check: mean-value\n    condition: { gtee: 3 }\n', 'Line 3', 'did you mean gte'],
    ['checks:\n  - check: mean-value\n    condition: { gte: much }\n', 'Line 3', 'neither a number'],
    ['checks:\n  - check: mean-value\n    condition: {}\n', 'Line 3', 'no condition'],
    ['checks:\n  - check: mean-value\n    mostly: 3\n', 'Line 3', 'mostly'],
    ['checks:\n  - check: metric-value\n    params: { metric: rmsee }\n', 'Line 3', 'params of metric-value'],
    ['checks: [\n', 'Line', 'sequence'],
    ['just text\n', 'Line 1', 'the file'],
  ])('%j is refused with its line', (text, line, hint) => {
    const refusal = expect(() => readSuite(text));
    refusal.toThrow(expect.objectContaining({ code: 'E_SUITE_INVALID' }));
    expect(() => readSuite(text)).toThrow(line);
    expect(() => readSuite(text)).toThrow(hint);
  });

  it.each([
    [{ check: 'number-of-rows', column: 'fare' }, 'takes no column'],
    [{ check: 'mean-value', column: 'fare', columns: 'all' as const }, 'both column and columns'],
    [{ check: 'mean-value', mostly: 0.9 }, 'no meaning'],
    [{ check: 'mean-in-sigmas', params: { sigma: 3 } }, 'params of mean-in-sigmas'],
    [{ check: 'mean-value', column: 'fares' }, 'Did you mean fare'],
  ])('%j is refused when it is used', (entry, hint) => {
    expect(() => runSuite({ checks: [entry] }, report)).toThrow(hint);
  });

  it('may be empty, and then asks nothing', () => {
    expect(runSuite(readSuite(''), report).summary).toMatchObject({ total: 0, allPassed: true });
  });

  it('keeps to the published schema, which refuses what does not', () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true, strictTuples: false }).compile(suiteJsonSchema());
    const text = freezeSuite({ presets: ['data-stability', 'data-quality', 'data-drift'] }, report);
    expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ checks: [{ check: 'mean-valeu' }] })).toBe(false);
    expect(validate({ checks: [{ check: 'mean-value', condition: { ge: 1 } }] })).toBe(false);
  });
});

describe('what a suite asks', () => {
  const statusOf = (entry: Parameters<typeof runSuite>[0]['checks']) =>
    runSuite({ checks: entry }, report).results.map(({ status }) => status);

  it('is a failure when critical, else a warning, and a warning passes', () => {
    const condition = { lt: 0 };
    expect(statusOf([{ check: 'mean-value', column: 'fare', condition }])).toEqual(['fail']);
    const run = runSuite({ checks: [{ check: 'mean-value', column: 'fare', condition, isCritical: false }] }, report);
    expect(run.results[0]?.status).toBe('warning');
    expect(run.summary.allPassed).toBe(true);
  });

  it('is met by mostly when that share of rows is in order', () => {
    expect(statusOf([{ check: 'column-missing-share', column: 'rate', mostly: 0.8 }])).toEqual(['pass']);
    expect(statusOf([{ check: 'column-missing-share', column: 'rate', mostly: 0.81 }])).toEqual(['fail']);
  });

  it('is skipped where a named column is of another kind', () => {
    expect(statusOf([{ check: 'mean-value', column: 'payment' }])).toEqual(['skipped']);
  });

  it('of a named column goes before that of a group, and that before a preset', () => {
    const run = runSuite(
      {
        presets: ['data-stability'],
        checks: [
          { check: 'column-missing-share', columns: 'all', condition: { lte: 0.5 } },
          { check: 'column-missing-share', column: 'rate', condition: { lte: 0.25 } },
        ],
      },
      report,
    );
    const found = run.results.filter(({ check }) => check === 'column-missing-share');
    expect(found.map(({ column, condition }) => [column, condition?.lte])).toEqual([
      ['fare', 0.5],
      ['payment', 0.5],
      ['rate', 0.25],
    ]);
  });

  it('can be frozen: the same verdicts with every condition written out', () => {
    const suite = { presets: ['data-stability', 'data-quality', 'data-drift'] };
    const frozen = runSuite(readSuite(freezeSuite(suite, report)), report);
    const before = runSuite(suite, report).results.filter(({ condition }) => condition !== null);
    expect(frozen.results.map(({ id, status }) => [id, status])).toEqual(before.map(({ id, status }) => [id, status]));
    expect(frozen.results.every(({ origin }) => origin === 'suite')).toBe(true);
  });
});

describe('accepting what was found', () => {
  const text =
    '# rules of the team\npresets: [data-stability]\nchecks:\n  # agreed in March\n  - check: mean-value # of trips\n    column: fare\n    condition: { lt: 0 }\n';

  it('changes the line of the column, and keeps every comment', () => {
    const changed = acceptResult(text, { suite: readSuite(text), report, id: 'mean-value:fare' });
    for (const comment of ['# rules of the team', '# agreed in March', '# of trips']) expect(changed).toContain(comment);
    expect(runSuite(readSuite(changed), report).results.find(({ id }) => id === 'mean-value:fare')).toMatchObject({
      status: 'pass',
      origin: 'suite',
    });
    expect(readSuite(changed).checks).toHaveLength(1);
  });

  it('adds a line for what a preset asked', () => {
    const changed = acceptResult(text, { suite: readSuite(text), report, id: 'out-of-list-share:payment' });
    expect(readSuite(changed).checks).toHaveLength(2);
    expect(changed).toContain('# agreed in March');
    const run = runSuite(readSuite(changed), report);
    expect(
      run.results.filter(({ check, column }) => check === 'out-of-list-share' && column === 'payment').map(({ status }) => status),
    ).toEqual(['pass']);
  });

  it('makes every failed check of the presets pass, one after another', () => {
    let file = 'presets: [data-stability, data-quality, data-drift]\n';
    for (const { id } of runSuite(readSuite(file), report).results.filter(({ status }) => status === 'fail')) {
      file = acceptResult(file, { suite: readSuite(file), report, id });
    }
    expect(runSuite(readSuite(file), report).results.filter(({ status }) => status === 'fail')).toEqual([]);
  });
});
