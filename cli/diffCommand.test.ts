import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDataFolder, type DataFolder } from '../fixtures/data/writeData.ts';
import { runCommand } from './runCommand.ts';

let folder: string;
let data: DataFolder;
const place = (name: string): string => join(folder, name);

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

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftglass-diff-'));
  data = makeDataFolder();
  const rows = (shift: number): string => `select i % 97 + ${shift} + 0.5 as fare, (i % 7) + 0.5 as steady from range(2000) t(i)`;
  const january = await data.write('january.parquet', rows(0));
  for (const [month, shift] of [
    ['february', 0],
    ['march', 80],
  ] as const) {
    const current = await data.write(`${month}.parquet`, rows(shift));
    const made = await run('report', current, '-r', january, '--workspace', place('workspace'), '-o', place(`${month}.json`));
    expect(made.code).toBe(0);
  }
});
afterAll(async () => {
  data.remove();
  await rm(folder, { recursive: true, force: true });
});

test('two saved reports are compared: what drifts now comes first', async () => {
  const { code, stdout } = await run('diff', place('february.json'), place('march.json'));
  expect(code).toBe(0);
  expect(stdout).toContain('1 column drifts that did not before');
  expect(stdout).toMatch(/▲ drifts now +fare +Wasserstein/);
  expect(stdout).toContain('1 column is the same to the last digit.');
});

test('the other way round it drifts no longer', async () => {
  const { stdout } = await run('diff', place('march.json'), place('february.json'), '--format', 'json');
  expect(JSON.parse(stdout)).toMatchObject({
    sameReference: true,
    sameCurrent: false,
    columns: [{ column: 'fare', change: 'no-longer-drifted' }, {}],
  });
});

test('reports of a workspace are named by their ids', async () => {
  const idOf = async (month: string): Promise<string> => (JSON.parse(await readFile(place(`${month}.json`), 'utf8')) as { id: string }).id;
  const words = ['diff', await idOf('february'), await idOf('march'), '--workspace', place('workspace')];
  const { code, stderr } = await run(...words, '-o', place('changes.html'));
  expect(stderr).toContain('Written:');
  expect(code).toBe(0);
  expect(await readFile(place('changes.html'), 'utf8')).toContain('drifts now');
  expect(await run('diff', 'no-such-id', await idOf('march'), '--workspace', place('workspace'))).toMatchObject({ code: 3 });
});

test('a file that is no report is named, with what is wrong', async () => {
  await writeFile(place('notes.json'), '{"a": 1}');
  await writeFile(place('broken.json'), '{');
  for (const [name, words] of [
    ['notes.json', 'schemaVersion'],
    ['broken.json', 'not JSON'],
    ['nowhere.json', 'no file'],
  ] as const) {
    const { code, stderr } = await run('diff', place(name), place('march.json'));
    expect(code).toBe(3);
    expect(stderr).toContain(words);
  }
});
