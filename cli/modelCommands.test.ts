import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { driftReport } from '#shared/domain/report.ts';
import { exitCodes } from '#shared/errors/codes.ts';
import { makeDataFolder, type DataFolder } from '../fixtures/data/writeData.ts';
import { modelPath } from '../fixtures/models/expectedModels.ts';
import { runCommand } from './runCommand.ts';

let folder: DataFolder;
let reference: string;
let current: string;
beforeAll(async () => {
  folder = makeDataFolder();
  const rows = (shift: number): string =>
    `select i, i % 17 + ${shift} as a, (i % 13)::double as b, case when i % 50 = 0 then null else i % 7 end as c, i % 17 * 1.5 as y from range(500) r(i)`;
  reference = await folder.write('reference.parquet', rows(0));
  current = await folder.write('current.parquet', rows(9));
});
afterAll(() => folder.remove());

async function run(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const text = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') => ({
    write: (part: string): void => {
      text[name] += part;
    },
  });
  const code = await runCommand(words, { stdout: sink('stdout'), stderr: sink('stderr'), env: {}, signal: new AbortController().signal });
  return { code, ...text };
}

const given = ['--model', modelPath('external'), '--map', 'a,b,c', '--fill', 'c=0'];

describe('driftglass score', () => {
  test('writes rows and predictions, and says which columns went where and what was filled', async () => {
    const output = join(folder.path, 'predictions.parquet');
    const { code, stdout } = await run('score', current, ...given, '--keep', 'i', '-o', output);
    expect(code).toBe(exitCodes.ok);
    expect(stdout).toContain('X ← a, b, c (as told)');
    expect(stdout).toContain('500 rows scored');
    expect(stdout).toContain('Missing values that were given as told: c 10.');
    expect(existsSync(output)).toBe(true);
  });

  test('scores a folder once, and ends with a code when a file fails', async () => {
    const days = join(folder.path, 'days');
    await mkdir(days);
    await folder.write('days/1.parquet', 'select 1 as a, 2 as b, 3 as c');
    await folder.write('days/2.parquet', 'select 1 as a, 2 as b');
    const output = join(folder.path, 'scored/');
    const first = await run('score', days, ...given, '-o', output);
    expect(first.code).toBe(exitCodes.badInput);
    expect(first.stdout).toMatch(/scored +\S+1\.parquet +1 rows\nfailed +\S+2\.parquet/);
    await folder.write('days/2.parquet', 'select 1 as a, 2 as b, 3 as c');
    const second = await run('score', days, ...given, '-o', output);
    expect(second.code).toBe(exitCodes.ok);
    expect(second.stdout).toMatch(/unchanged +\S+1\.parquet +1 rows\nscored +\S+2\.parquet/);
  });

  test.each([
    [[], /Name the model/],
    [['--model', 'm.onnx'], /Say where the predictions go/],
    [['--model', 'm.onnx', '-o', 'predictions.csv'], /written as parquet/],
    [['--model', 'm.onnx', '--map', 'X=', '-o', 'p.parquet'], /INPUT=COLUMN/],
  ])('refuses %j', async (words, message) => {
    const { code, stderr } = await run('score', current, ...words);
    expect(code).toBe(exitCodes.usage);
    expect(stderr).toMatch(message);
  });
});

describe('driftglass model show', () => {
  test('tells what a model is, what it wants and what it would give', async () => {
    const { code, stdout } = await run('model', 'show', modelPath('zipmap-int'), '--data', reference, '--map', 'a,b,c');
    expect(code).toBe(exitCodes.ok);
    for (const said of ['float32[?, 3]', 'classes', 'sha256', 'gives prediction (BIGINT), probability_0 (FLOAT)'])
      expect(stdout).toContain(said);
  });

  test('tells why a model cannot be run, and fails for a file that is none', async () => {
    expect((await run('model', 'show', modelPath('image'))).stdout).toContain('It cannot be run here');
    expect(await run('model', 'show', reference)).toMatchObject({ code: exitCodes.badInput });
  });
});

describe('--model of other commands', () => {
  test('driftglass report compares what the model predicts', async () => {
    const { code, stdout } = await run('report', current, '-r', reference, ...given, '--target', 'y', '--format', 'json');
    expect(code).toBe(exitCodes.ok);
    const report = driftReport.parse(JSON.parse(stdout));
    expect(report.model).toMatchObject({ name: 'external', reference: { missing: { c: 10 } }, current: { missing: { c: 10 } } });
    expect(report.performance?.task).toBe('regression');
    const table = await run('report', current, '-r', reference, ...given);
    expect(table.stdout).toMatch(/^model +external \([0-9a-f]{12}\) scored both sides: prediction; 20 missing values/m);
  });

  test('driftglass test and suite init ask of the predictions', async () => {
    const suite = join(folder.path, 'suite.yaml');
    expect((await run('suite', 'init', '-r', reference, ...given, '--preset', 'data-drift', '-o', suite)).code).toBe(exitCodes.ok);
    expect(await readFile(suite, 'utf8')).toContain('prediction');
    const { code, stdout } = await run('test', current, '-r', reference, ...given, '--suite', suite);
    expect(code).toBe(exitCodes.checksFailed);
    expect(stdout).toMatch(/failed .*prediction/);
  });

  test('a mapping without a model is refused', async () => {
    const { code, stderr } = await run('report', current, '-r', reference, '--map', 'a,b,c');
    expect(code).toBe(exitCodes.usage);
    expect(stderr).toContain('name the model');
  });
});
