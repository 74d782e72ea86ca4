import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linearModel } from '../fixtures/models/makeModels.ts';
import { runCommand } from './runCommand.ts';

let base: string;
const file = (name: string): string => join(base, name);
const read = (name: string): Promise<string> => readFile(file(name), 'utf8');

async function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const texts = { out: '', err: '' };
  const sink = (to: 'out' | 'err') => ({
    write: (text: string): void => {
      texts[to] += text;
    },
  });
  const io = { stdout: sink('out'), stderr: sink('err'), env: {}, signal: new AbortController().signal };
  const code = await runCommand(['model', ...words, '--workspace', file('workspace')], io);
  return { code, ...texts };
}

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'driftglass-pages-'));
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(
    `copy (select ((i * 37) % 101)::float / 10 as x, (2 * ((i * 37) % 101) / 10 + ((i * 11) % 7) / 5.0)::double as y,
       ['north', '<b>south</b>'][1 + i % 2] as side from range(400) t(i)) to '${file('data.parquet')}'`,
  );
  await writeFile(file('good.onnx'), linearModel({ weights: { x: 2 }, bias: 0.6 }));
  await writeFile(file('bad.onnx'), linearModel({ weights: { x: 2.5 }, bias: 0.6 }));
  await writeFile(
    file('gate.yaml'),
    'name: <i>Fares</i>\ntarget: y\nmetrics: [{ metric: mae, condition: { lte: 0.8 } }]\nsignature: compatible\n',
  );
  for (const model of ['good', 'bad']) expect((await run('register', file(`${model}.onnx`), '--name', 'taxi')).code).toBe(0);
});
afterAll(() => rm(base, { recursive: true, force: true }));

const promote = (version: string, ...words: string[]) =>
  run(
    'promote',
    'taxi',
    version,
    '--gate',
    file('gate.yaml'),
    '--current',
    file('data.parquet'),
    '--clock',
    '2026-03-04T05:06:07Z',
    ...words,
  );

test('what a gate found is a page by itself, and the exit code and one line say the same', async () => {
  const { code, out, err } = await promote('1', '-o', file('gate.html'), '--why', 'first one');
  expect([code, out]).toEqual([0, '']);
  expect(err).toContain('all 2 checks passed. champion of taxi: version 1. Written: ');
  const page = await read('gate.html');
  for (const text of ['Promoted</span>', '&lt;i&gt;Fares', 'taxi@1 as champion', 'first one', 'data.parquet', '2026-03-04T05:06:07.000Z']) {
    expect(page).toContain(text);
  }
  expect(page).not.toContain('<i>Fares');
  expect(page).not.toMatch(/(?:src|href)="?https?:/);
});

test('a refusal writes the page with what failed first, and one by override its reason', async () => {
  const refused = await promote('2', '-o', file('refused.html'));
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('1 of 2 checks failed. champion of taxi stays where it was. Written: ');
  const page = await read('refused.html');
  expect(page).toContain('Not promoted</span>');
  expect(page.indexOf('✗</i> fail')).toBeGreaterThan(0);
  expect(page.indexOf('✗</i> fail')).toBeLessThan(page.indexOf('✓</i> pass'));
  const asked = await promote('2', '--try', '--format', 'html');
  expect(asked.code).toBe(1);
  expect(asked.out).toContain('The gate does not pass</span>');
  expect((await promote('2', '--override', 'agreed with Anna', '-o', file('override.html'))).code).toBe(0);
  expect(await read('override.html')).toMatch(/Promoted by override<\/span>[\s\S]*overridden: agreed with Anna/);
  expect((await run('rollback', 'taxi')).code).toBe(0);
});

test('a place that cannot be written is refused before anything is asked or promoted', async () => {
  const before = (await run('history', '--format', 'json')).out;
  expect((await promote('2', '-o', join(base, 'nowhere', 'gate.html'))).err).toContain('does not exist');
  expect((await promote('2', '-o', file('data.parquet'), '--format', 'html')).err).toContain('over its own input');
  expect((await promote('2', '-o', file('gate.docx'))).err).toContain('html, json');
  expect((await run('history', '--format', 'json')).out).toBe(before);
});

test('a comparison is a page: metrics with verdicts, segments, and where the models disagree', async () => {
  const words = ['compare', 'taxi@1', 'taxi@2', '--data', file('data.parquet'), '--target', 'y', '--by', 'side'];
  const { code, out, err } = await run(...words, '--clock', '2026-03-04T05:06:07Z', '-o', file('compare.html'));
  expect([code, out]).toEqual([0, '']);
  expect(err).toMatch(/The challenger is worse in \d+ of \d+ metrics/);
  const page = await read('compare.html');
  for (const text of [
    'taxi@1',
    'taxi@2',
    '▲</i> worse',
    '&lt;b&gt;south',
    'Where they disagree',
    'Ring: champion',
    'Rows that are furthest apart',
  ]) {
    expect(page).toContain(text);
  }
  expect(page).not.toContain('<b>south');
  const found = JSON.parse((await run(...words, '--format', 'json')).out) as { metrics: { metric: string; verdict: string | null }[] };
  expect(page.match(/▲<\/i> worse/g)!.length).toBe(found.metrics.filter(({ verdict }) => verdict === 'worse').length);
});

test('the history scored anew is a page too, and a comparison without a target', async () => {
  const words = ['compare', 'taxi@1', 'taxi@2', '--data', file('data.parquet')];
  const replayed = await run(...words, '--ignore', 'y,side', '--each-file', '--format', 'html');
  expect(replayed.out).toMatch(/1 file scored anew<\/span>[\s\S]*data\.parquet/);
  const blind = await run(...words, '--ignore', 'y,side', '--format', 'html');
  expect(blind.out).toMatch(/They disagree on [\d.]+\s%[^<]*<\/span>/);
  expect(blind.out).not.toContain('id="metrics"');
});
