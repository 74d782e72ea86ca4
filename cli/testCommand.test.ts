import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SuiteRun } from '#shared/domain/suite.ts';
import { runCommand } from './runCommand.ts';

let base: string;
let out: string;
const data = (name: string): string => join(base, name);

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'driftglass-tests-'));
  const connection = await (await DuckDBInstance.create()).connect();
  const rows = (shift: number): string =>
    `select i::double + ${shift} as "fare <b>&", (i % 7)::double as steady, ['red', 'green', 'blue'][1 + i % 3] as colour from range(200) t(i)`;
  await connection.run(`copy (${rows(0)}) to '${data('reference.parquet')}'`);
  await connection.run(`copy (${rows(150)}) to '${data('current.parquet')}'`);
});
beforeEach(async () => {
  out = await mkdtemp(join(base, 'out-'));
});
afterAll(() => rm(base, { recursive: true, force: true }));

async function run(words: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const text = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') => ({
    write: (part: string): void => {
      text[name] += part;
    },
  });
  const code = await runCommand(words, { stdout: sink('stdout'), stderr: sink('stderr'), env: {}, signal: new AbortController().signal });
  return { code, ...text };
}

const tested = (current: string, ...words: string[]): string[] => ['test', data(current), '-r', data('reference.parquet'), ...words];
const clock = ['--clock', '2026-03-01T12:00:00Z'];

async function suiteFile(text: string): Promise<string> {
  const path = join(out, 'suite.yaml');
  await writeFile(path, text);
  return path;
}

describe('driftglass test', () => {
  test('ends with 0 where everything passes, and with 1 where a check fails', async () => {
    expect(await run(tested('reference.parquet'))).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^✓ All \d+ checks passed/),
    });
    const failed = await run(tested('current.parquet'));
    expect(failed).toMatchObject({ code: 1, stderr: '' });
    expect(failed.stdout).toContain(
      '▲ failed   The share of values of fare <b>& outside the range of the reference is 75 % (0 below, 150 above)',
    );
    expect(failed.stdout.indexOf('▲ failed')).toBeLessThan(failed.stdout.indexOf('✓ passed'));
  });

  test('lets a warning pass', async () => {
    const suite = await suiteFile('checks:\n  - check: number-of-rows\n    condition: { gt: 1000 }\n    isCritical: false\n');
    const { code, stdout } = await run(tested('current.parquet', '--suite', suite));
    expect(code).toBe(0);
    expect(stdout).toContain('◆ warning  The number of rows is 200; expected is more than 1,000.');
  });

  test('asks the presets that are named, besides the suite', async () => {
    const suite = await suiteFile('checks:\n  - check: number-of-rows\n');
    const { stdout } = await run(tested('reference.parquet', '--suite', suite, '--preset', 'data-drift', '--format', 'json'));
    const { results } = JSON.parse(stdout) as SuiteRun;
    expect(new Set(results.map(({ check }) => check))).toEqual(new Set(['drifted-columns-share', 'column-drift', 'number-of-rows']));
  });

  test.each(['a.html', 'b.json', 'c.md', 'd.junit.xml'])('writes %s in the form of its ending, the same bytes again', async (name) => {
    const { code, stdout, stderr } = await run(tested('current.parquet', '-o', join(out, name), ...clock));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`Written: ${join(out, name)}`);
    const format = name.split('.')[1]!;
    const printed = await run(tested('current.parquet', '--format', format, ...clock));
    expect((await readFile(join(out, name), 'utf8')).trimEnd()).toBe(printed.stdout.trimEnd());
    expect(await readdir(out)).toEqual([name]);
  });

  test('gives JUnit that is well formed, with a test case a check', async () => {
    const { stdout } = await run(tested('current.parquet', '--format', 'junit'));
    const json = JSON.parse((await run(tested('current.parquet', '--format', 'json'))).stdout) as SuiteRun;
    expect(stdout.match(/<testcase /g)).toHaveLength(json.summary.total);
    expect(stdout.match(/<failure /g)).toHaveLength(json.summary.fail);
    expect(stdout).toContain('fare &lt;b&gt;&amp;');
    expect(stdout.match(/<testsuite /g)?.length).toBe(stdout.match(/<\/testsuite>/g)?.length);
  });

  test('escapes names of columns in HTML and Markdown, and needs nothing from elsewhere', async () => {
    const html = (await run(tested('current.parquet', '--format', 'html'))).stdout;
    expect(html).toContain('fare &lt;b&gt;&amp;');
    expect(html).not.toContain('fare <b>');
    expect(html).not.toMatch(/(?:src|href)="(?!#)/);
    const markdown = (await run(tested('current.parquet', '--format', 'md'))).stdout;
    expect(markdown).not.toContain('fare <b>');
    expect(markdown).toContain('<details><summary>');
  });

  test('keeps report and outcome in a workspace on demand', async () => {
    await run(tested('current.parquet', '--workspace', join(out, 'kept')));
    const [runs, tests] = [await readdir(join(out, 'kept', 'runs')), await readdir(join(out, 'kept', 'tests'))];
    expect(tests).toEqual(runs);
  });

  test('saves the rows that fail, a file for each check', async () => {
    const folder = join(out, 'rows');
    const { stderr } = await run(tested('current.parquet', '--failing-rows', folder));
    expect(await readdir(folder)).toEqual(['out-of-range-share-fare-b-.parquet']);
    expect(stderr).toContain('150 rows that fail');
    const connection = await (await DuckDBInstance.create()).connect();
    const read = await connection.runAndReadAll(
      `select count(*)::int, min("fare <b>&") from '${join(folder, 'out-of-range-share-fare-b-.parquet')}'`,
    );
    expect(read.getRows()).toEqual([[150, 200]]);
  });

  const mistakes: [string, () => Promise<string[]>, number, string][] = [
    ['a suite with a mistake', async () => ['--suite', await suiteFile('checks:\n  - check: mean-valeu\n')], 2, 'did you mean mean-value'],
    [
      'a suite that names no column',
      async () => ['--suite', await suiteFile('checks:\n  - check: mean-value\n    column: staedy\n')],
      2,
      'Did you mean steady',
    ],
    ['an unknown preset', async () => ['--preset', 'data-drfit'], 2, 'did you mean data-drift'],
    ['a suite that is not there', async () => ['--suite', join(base, 'gone.yaml')], 3, 'does not exist'],
    ['an ending without a form', async () => ['-o', join(base, 'x.txt')], 2, '--format'],
    [
      'the suite as output',
      async () => {
        const path = await suiteFile('checks: []\n');
        return ['--suite', path, '-o', path, '--format', 'md'];
      },
      2,
      'own input',
    ],
  ];
  test.each(mistakes)('%s could not run, and says why', async (_, words, exit, hint) => {
    const { code, stdout, stderr } = await run(tested('current.parquet', ...(await words())));
    expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
    expect(stderr).toContain(hint);
  });
});

describe('driftglass suite init', () => {
  test('writes a suite that the reference passes, with every condition written out', async () => {
    const path = join(out, 'suite.yaml');
    expect(await run(['suite', 'init', '-r', data('reference.parquet'), '-o', path])).toMatchObject({ code: 0, stdout: '' });
    const text = await readFile(path, 'utf8');
    expect(text).toContain('# Number of rows: the reference has 200');
    expect(text.match(/- check:/g)?.length).toBe(text.match(/condition:/g)?.length);
    expect((await run(tested('reference.parquet', '--suite', path))).code).toBe(0);
    expect((await run(tested('current.parquet', '--suite', path))).code).toBe(1);
  });

  test('writes over nothing unless told to', async () => {
    const path = await suiteFile('# mine\n');
    const words = ['suite', 'init', '-r', data('reference.parquet'), '-o', path];
    expect(await run(words)).toMatchObject({ code: 2, stderr: expect.stringContaining('--force') });
    expect(await readFile(path, 'utf8')).toBe('# mine\n');
    expect((await run([...words, '--force'])).code).toBe(0);
  });
});
