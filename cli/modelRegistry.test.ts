import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { linearModel } from '../fixtures/models/makeModels.ts';
import { runCommand } from './runCommand.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftglass-model-'));
  await writeFile(join(folder, 'one.onnx'), linearModel({ weights: { x: 2 }, bias: 1 }));
  await writeFile(join(folder, 'two.onnx'), linearModel({ weights: { x: 3 }, bias: 1 }));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const texts = { out: '', err: '' };
  const sink = (to: 'out' | 'err') => ({
    write: (text: string): void => {
      texts[to] += text;
    },
  });
  const io = { stdout: sink('out'), stderr: sink('err'), env: {}, signal: new AbortController().signal };
  const code = await runCommand(['model', ...words, '--workspace', join(folder, 'workspace')], io);
  return { code, ...texts };
}

const file = (name: string): string => join(folder, name);

test('register, alias, history, at and rollback tell one story', async () => {
  expect(await run('list')).toMatchObject({ code: 0, out: 'The registry holds no model yet.\n' });
  expect((await run('register', file('one.onnx'), '--name', 'taxi', '--tag', 'team=fares=1', '--by', 'anna')).out).toMatch(
    /^Registered: taxi@1 \(sha256 [0-9a-f]{64}\)\n$/,
  );
  await run('register', file('two.onnx'), '--name', 'taxi', '--map', 'x=distance');
  expect((await run('register', file('two.onnx'), '--name', 'taxi')).out).toContain('taxi@2 is this very file already');
  expect(await run('alias', 'taxi', '1', 'champion')).toMatchObject({ code: 2, err: expect.stringContaining('--why') as string });
  await run('alias', 'taxi', '1', 'champion', '--why', 'the first', '--by', 'anna');
  await run('alias', 'taxi', '2', 'champion', '--why', 'better');
  expect((await run('rollback', 'taxi', '--why', 'complaints')).out).toBe('champion of taxi: version 2 → version 1\n');
  expect((await run('rollback', 'taxi')).code).toBe(3);
  const { out } = await run('history', 'taxi');
  const lines = out.trimEnd().split('\n');
  expect(lines).toHaveLength(5);
  expect(lines[2]).toMatch(/UTC {2}anna {2}taxi: champion set from no version to version 1 without a gate \(the first\)$/);
  expect(lines[4]).toMatch(/champion rolled back from version 2 to version 1 \(complaints\)$/);
  const today = JSON.parse(
    (await run('at', 'taxi', 'champion', '2020-01-01', '--time-zone', 'Asia/Tokyo', '--format', 'json')).out,
  ) as unknown;
  expect(today).toMatchObject({ from: '2019-12-31T15:00:00.000Z', timeZone: 'Asia/Tokyo', holders: [{ version: null }] });
  expect((await run('at', 'taxi', 'champion', 'yesterday')).code).toBe(2);
  expect((await run('at', 'taxi', 'champion', '2020-01-01', '--time-zone', 'Mars')).code).toBe(2);
});

test('show tells of a version what is known of it, and refuses a file that was changed', async () => {
  await writeFile(file('reference.csv'), 'x\n1\n2\n');
  const words = ['--name', 'taxi', '--tag', 'team=fares', '--map', 'x=distance', '--reference', file('reference.csv')];
  expect((await run('register', file('one.onnx'), ...words)).code).toBe(0);
  const shown = JSON.parse((await run('show', 'taxi', '--format', 'json')).out) as { version: unknown; info: { path: string } };
  expect(shown.version).toMatchObject({
    version: 1,
    tags: { team: 'fares' },
    scoring: { map: { x: ['distance'] } },
    reference: { files: [{ name: 'reference.csv', bytes: 6, sha256: createHash('sha256').update('x\n1\n2\n').digest('hex') }] },
  });
  expect((await run('show', 'taxi')).out).toContain('tag        team=fares');
  await appendFile(shown.info.path, 'x');
  expect(await run('show', 'taxi')).toMatchObject({ code: 3, err: expect.stringContaining('E_MODEL_CHANGED') as string });
  expect((await run('verify')).code).toBe(1);
  expect((await run('show', file('one.onnx'))).code).toBe(0);
});

test('the card of docs/models/registry.md is one that is understood', async () => {
  const page = await readFile(new URL('../docs/models/registry.md', import.meta.url), 'utf8');
  await writeFile(file('card.yaml'), /```yaml\n([^`]*)```/.exec(page)![1]!);
  await run('register', file('one.onnx'), '--name', 'taxi', '--card', file('card.yaml'));
  const { code, out } = await run('card', 'taxi', '1');
  expect(code).toBe(0);
  expect(`${out.trimEnd()}\n`).toBe(await readFile(file('card.yaml'), 'utf8'));
  await writeFile(file('card.yaml'), 'purpose: fares\nowners: us\n');
  expect(await run('card', 'taxi', '1', file('card.yaml'))).toMatchObject({ code: 2, err: expect.stringContaining('Line 2') as string });
});

test('a model that cannot run is not kept', async () => {
  await writeFile(file('broken.onnx'), 'not a model');
  expect(await run('register', file('broken.onnx'), '--name', 'taxi')).toMatchObject({
    code: 3,
    err: expect.stringContaining('E_MODEL_INVALID') as string,
  });
  expect((await run('list')).out).toBe('The registry holds no model yet.\n');
});
