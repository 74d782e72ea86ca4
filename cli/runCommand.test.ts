import Ajv2020 from 'ajv/dist/2020.js';
import { DuckDBInstance } from '@duckdb/node-api';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DriftReport } from '#shared/domain/report.ts';
import { errorTable, type ErrorCode } from '#shared/errors/codes.ts';
import { runCommand } from './runCommand.ts';

let base: string;
let out: string;
const data = (name: string): string => join(base, name);

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'driftglass-cli-'));
  const connection = await (await DuckDBInstance.create()).connect();
  const write = (name: string, sql: string, options = ''): Promise<unknown> =>
    connection.run(`copy (${sql}) to '${data(name)}' ${options}`);
  const rows = (shift: number): string =>
    `select i::double + ${shift} as "fare, gross", (i % 7)::double as steady, ['red', 'green', 'blue'][1 + i % 3] as colour from range(200) t(i)`;
  await write('reference.parquet', rows(0));
  await write('current.parquet', rows(150));
  await write('reference.csv', rows(0));
  await write('current.ndjson', rows(150), '(format json)');
  await write('other.parquet', 'select 1 as unrelated');
  await mkdir(data('days'));
  await write('days/one.parquet', rows(150));
  await write('days/two.parquet', rows(160));
  await writeFile(data('torn.parquet'), (await readFile(data('current.parquet'))).subarray(0, 300));
  await writeFile(data('notes.xyz'), 'hello');
});
beforeEach(async () => {
  out = await mkdtemp(join(base, 'out-'));
});
afterAll(() => rm(base, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(
  words: readonly string[],
  options: { tty?: boolean; signal?: AbortSignal; onStderr?: (text: string) => void } = {},
): Promise<Outcome> {
  const text = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') => ({
    isTTY: options.tty ?? false,
    columns: 100,
    write: (part: string): void => {
      text[name] += part;
      if (name === 'stderr') options.onStderr?.(part);
    },
  });
  const code = await runCommand(words, {
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    env: {},
    signal: options.signal ?? new AbortController().signal,
  });
  return { code, ...text };
}

const report = (...words: string[]): string[] => ['report', data('current.parquet'), '--reference', data('reference.parquet'), ...words];
const clock = ['--clock', '2026-03-01T12:00:00Z'];

describe('driftglass report', () => {
  test('prints a table for reading and nothing else when nobody watches', async () => {
    const { code, stdout, stderr } = await run(report());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/drifted +fare, gross +numeric .*Kolmogorov-Smirnov/);
    expect(stdout).toMatch(/no drift +steady/);
    expect(stdout).not.toContain('\u001b');
  });

  test('shows progress on standard error, and colours, only to a person', async () => {
    const { stdout, stderr } = await run(report(), { tty: true });
    expect(stderr).toContain('\r\u001b[2K');
    expect(stderr.endsWith('\r\u001b[2K')).toBe(true);
    expect(stdout).toContain('\u001b[31m');
  });

  test('prints JSON that fits the published schema', async () => {
    const { stdout } = await run(report('--format', 'json'));
    const schema = JSON.parse((await run(['schema', 'report'])).stdout) as object;
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
    const { dataDrift } = JSON.parse(stdout) as DriftReport;
    expect(dataDrift).toMatchObject({ numberOfColumns: 3, numberOfDriftedColumns: 1, datasetDrift: false });
  });

  test.each([
    ['html', '<!doctype html>'],
    ['md', '# '],
    ['csv', 'column,'],
  ])('prints %s on demand', async (format, start) => {
    const { code, stdout } = await run(report('--format', format));
    expect(code).toBe(0);
    expect(stdout.slice(0, 200).toLowerCase()).toContain(start);
  });

  test.each(['a.html', 'b.json', 'c.md', 'd.CSV'])('writes %s in the format of its ending', async (name) => {
    const { code, stdout, stderr } = await run(report('-o', join(out, name), ...clock));
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain(`Written: ${join(out, name)}`);
    const printed = await run(report('--format', name.slice(2).toLowerCase(), ...clock));
    expect((await readFile(join(out, name), 'utf8')).trimEnd()).toBe(printed.stdout.trimEnd());
    expect(await readdir(out)).toEqual([name]);
  });

  test('gives the same bytes again under the same clock', async () => {
    for (const format of ['html', 'json']) {
      const [first, second] = [await run(report('--format', format, ...clock)), await run(report('--format', format, ...clock))];
      expect(first.stdout).toBe(second.stdout);
      expect(first.stdout).toContain('2026-03-01');
    }
  });

  test('bears the command that makes it again, and that command does', async () => {
    const first = JSON.parse((await run(report('--format', 'json', '--method-for', '"fare, gross=psi"', ...clock))).stdout) as DriftReport;
    expect(first.command).toContain(`--method-for '"fare, gross=psi"'`);
    const words = first.command.match(/'[^']*'|\S+/g)!.map((word) => word.replaceAll("'", ''));
    const again = await run([...words.slice(1, -2), '--format', 'json', ...clock]);
    expect(JSON.parse(again.stdout)).toEqual(first);
  });

  test('reads CSV, JSON lines, folders and patterns alike', async () => {
    const drifted = async (current: string, reference: string): Promise<number> => {
      const { stdout } = await run(['report', data(current), '-r', data(reference), '--format', 'json']);
      return (JSON.parse(stdout) as DriftReport).dataDrift.numberOfDriftedColumns;
    };
    expect(await drifted('current.ndjson', 'reference.csv')).toBe(1);
    expect(await drifted('days', 'reference.parquet')).toBe(1);
    expect(await drifted('days/*.parquet', 'reference.csv')).toBe(1);
  });

  test('takes settings from a file, with paths from its folder, and lets the command line win', async () => {
    const config = data('driftglass.yaml');
    await writeFile(
      config,
      'reference: reference.parquet\ncurrent: current.parquet\nignore: [colour]\ndrift:\n  method: psi\n  share: 0.25\n',
    );
    const made = JSON.parse(
      (await run(['report', '--config', config, '--method', 'wasserstein', '--format', 'json'])).stdout,
    ) as DriftReport;
    expect(made.settings).toMatchObject({ ignore: ['colour'], drift: { method: 'wasserstein', share: 0.25 } });
    expect(made.dataDrift).toMatchObject({ numberOfColumns: 2, datasetDrift: true });
  });

  test('keeps the run in a workspace on demand', async () => {
    await run(report('--workspace', join(out, 'kept')));
    expect(await readdir(join(out, 'kept', 'runs'))).toHaveLength(1);
  });
});

describe('what goes wrong is one block on standard error, an exit code of its class, and no file', () => {
  const cases: [string, () => string[], ErrorCode, string][] = [
    ['an unknown command', () => ['reprot'], 'E_USAGE', 'Did you mean report?'],
    ['an unknown option', () => report('--treshold', '1'), 'E_USAGE', '--treshold'],
    ['a pattern the shell took apart', () => report('more.parquet'), 'E_USAGE', 'quotes'],
    ['no reference', () => ['report', data('current.parquet')], 'E_USAGE', '--reference'],
    ['no current data', () => ['report', '-r', data('reference.parquet')], 'E_USAGE', 'CURRENT'],
    ['a share above one', () => report('--drift-share', '3'), 'E_USAGE', 'drift.share'],
    ['a broken number', () => report('--threshold', 'much'), 'E_USAGE', 'not a number'],
    ['a broken clock', () => report('--clock', 'noon'), 'E_USAGE', 'ISO 8601'],
    ['an unknown format', () => report('--format', 'pdf'), 'E_USAGE', 'html, json, md, csv'],
    ['an ending without a format', () => report('-o', join(out, 'x.txt')), 'E_USAGE', '--format'],
    [
      'the input as output',
      () => ['report', data('current.ndjson'), '-r', data('reference.csv'), '-o', data('reference.csv')],
      'E_USAGE',
      'own input',
    ],
    ['an unknown method', () => report('--method', 'pis'), 'E_METHOD_UNKNOWN', 'psi'],
    ['a method that does not fit', () => report('--method-for', 'colour=ks'), 'E_METHOD_NOT_APPLICABLE', 'colour'],
    ['an unknown column', () => report('--ignore', 'color'), 'E_COLUMN_UNKNOWN', 'colour'],
    ['a broken condition', () => report('--where', 'steady >'), 'E_CONDITION_INVALID', 'steady >'],
    [
      'a condition that reads files',
      () => report('--where', `exists (from '${data('other.parquet')}')`),
      'E_CONDITION_INVALID',
      'other.parquet',
    ],
    ['a missing file', () => ['report', data('gone.parquet'), '-r', data('reference.parquet')], 'E_FILE_NOT_FOUND', 'gone.parquet'],
    ['a torn file', () => ['report', data('torn.parquet'), '-r', data('reference.parquet')], 'E_FILE_CORRUPT', 'torn.parquet'],
    ['a foreign file', () => ['report', data('notes.xyz'), '-r', data('reference.parquet')], 'E_FILE_FORMAT', 'notes.xyz'],
    ['a pattern without files', () => ['report', data('days/*.csv'), '-r', data('reference.parquet')], 'E_FOLDER_EMPTY', 'days/*.csv'],
    ['a folder that is not there', () => report('-o', join(out, 'no', 'x.html')), 'E_WRITE_FAILED', 'does not exist'],
    ['a folder in the place of the file', () => report('-o', out, '--format', 'html'), 'E_WRITE_FAILED', 'is a folder'],
    ['a missing configuration', () => report('--config', data('gone.yaml')), 'E_FILE_NOT_FOUND', 'gone.yaml'],
    ['an unknown schema', () => ['schema', 'metrics'], 'E_USAGE', 'report'],
  ];
  test.each(cases)('%s', async (_, words, errorCode, hint) => {
    const { code, stdout, stderr } = await run(words());
    const { title, wayOut, exitCode } = errorTable[errorCode];
    expect({ code, stdout }, stderr).toEqual({ code: exitCode, stdout: '' });
    expect(stderr.startsWith(`driftglass: ${title}.\n`), stderr).toBe(true);
    expect(stderr.endsWith(`${wayOut} (${errorCode})\n`)).toBe(true);
    expect(stderr).toContain(hint);
    expect(await readdir(out)).toEqual([]);
  });

  test.each([
    ['drift:\n  treshold: 3\n', 'line 2: there is no setting drift.treshold; did you mean threshold'],
    ['ignore: colour\n', 'line 1: ignore'],
    ['where: x\nmising: [nan]\n', 'line 2: there is no setting mising; did you mean missing?'],
    ['missing: [nan, nothing]\n', 'line 1: missing.1'],
    ['drift: [\n', 'line '],
    ['a: 1\na: 2\n', 'line '],
    ['just text', 'line 1: the file'],
    ['drift:\n  share: 2\n', 'line 2: drift.share'],
  ])('the configuration %j names its line', async (text, hint) => {
    await writeFile(join(out, 'c.yaml'), text);
    const { code, stderr } = await run(report('--config', join(out, 'c.yaml')));
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('(E_CONFIG_INVALID)') });
    expect(stderr).toContain(`c.yaml, ${hint}`);
  });

  test('columns that share no name give a report that says so, or a coded error', async () => {
    const { code, stdout, stderr } = await run(['report', data('other.parquet'), '-r', data('reference.parquet')]);
    expect([0, errorTable.E_NO_COLUMNS.exitCode]).toContain(code);
    expect(stdout + stderr).toMatch(/only in current|E_NO_COLUMNS/);
  });

  test('control characters of a file name are shown, not obeyed', async () => {
    const { stderr } = await run(['report', data('\u001b[2Jgone.parquet'), '-r', data('reference.parquet')]);
    expect(stderr).not.toContain('\u001b');
    expect(stderr).toContain('\\x1b[2Jgone.parquet');
  });

  test('cancelling in the middle ends with 130 and leaves nothing', async () => {
    const cancel = new AbortController();
    const { code, stdout, stderr } = await run(report('-o', join(out, 'x.html')), {
      tty: true,
      signal: cancel.signal,
      onStderr: () => cancel.abort(),
    });
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toContain('(E_CANCELLED)');
    expect(await readdir(out)).toEqual([]);
  });
});

describe('the other commands', () => {
  test('help and version end well', async () => {
    for (const words of [[], ['--help'], ['report', '--help'], ['--version']]) {
      const { code, stdout, stderr } = await run(words);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('driftglass');
    }
  });

  test('methods lists every method, for reading or as JSON', async () => {
    const listed = JSON.parse((await run(['methods', '--json'])).stdout) as { id: string }[];
    const table = (await run(['methods'])).stdout;
    expect(listed.map((method) => method.id)).toContain('psi');
    for (const { id } of listed) expect(table).toMatch(new RegExp(`^${id} `, 'm'));
  });
});
