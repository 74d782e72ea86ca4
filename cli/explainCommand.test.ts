import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { driftAttribution, modelExplanation, rowExplanation } from '#shared/domain/explanation.ts';
import { robustnessReport } from '#shared/domain/robustness.ts';
import { explanationOracle as oracle, writeExplainedFiles } from '../fixtures/oracles/explainedFiles.ts';
import { readImportances } from './options/importances.ts';
import { runCommand } from './runCommand.ts';

const files = writeExplainedFiles();
afterAll(() => files.remove());
const place = (name: string): string => join(files.folder, name);

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

const explain = (...words: string[]) =>
  run('explain', place('explained.csv'), '--model', place('pairs.onnx'), '--target', 'y', '--clock', '2026-11-21T00:00:00Z', ...words);

describe('driftglass explain', () => {
  test('prints what the columns contribute, what matters, and how predictions follow a column', async () => {
    const { code, stdout } = await explain('--background', place('background.csv'), '--rows', '30');
    expect(code).toBe(0);
    expect(stdout).toContain('Explained: explained.csv: all 30 rows.');
    expect(stdout).toMatch(/column +mean \|contribution\| +error/);
    expect(stdout).toMatch(/ is [\d.]+ on 30 rows; each column was shuffled 5 times\./);
    expect(stdout).toMatch(/^a: from \S+ at \S+ to \S+ at \S+, over 20 values$/m);
  });

  test('writes JSON that fits the schema, the same bytes each time, and importances that a report takes', async () => {
    const first = await explain('--format', 'json', '--importances-out', place('importances.json'));
    expect(modelExplanation.parse(JSON.parse(first.stdout)).createdAt).toBe('2026-11-21T00:00:00.000Z');
    expect((await explain('--format', 'json')).stdout).toBe(first.stdout);
    expect(Object.keys(readImportances(place('importances.json'))).sort()).toEqual(oracle.columns);
  });

  test('takes one prediction apart and answers what if', async () => {
    const { stdout } = await explain('--row', '2', '--set', 'a=1.5,b=0', '--background', place('background.csv'), '--format', 'json');
    const found = rowExplanation.parse(JSON.parse(stdout));
    expect(found.changed.map(({ column, to }) => [column, to])).toEqual([
      ['a', 1.5],
      ['b', 0],
    ]);
    const table = await explain('--row', '2', '--set', 'a=1.5');
    expect(table.stdout).toContain('Before the change it was');
    expect(table.stdout).toMatch(/^a +1\.5 +[+−]/m);
  });

  test('lays a change to the columns, and writes a page that needs nothing else', async () => {
    const words = ['--reference', place('background.csv'), '--attribute'];
    const found = driftAttribution.parse(JSON.parse((await explain(...words, '--format', 'json')).stdout));
    expect(found.reference.rows).toBe(found.current.rows);
    const { code, stderr } = await explain(...words, '-o', place('change.html'));
    expect(code).toBe(0);
    expect(stderr).toContain('Written:');
    const page = await readFile(place('change.html'), 'utf8');
    expect(page).toContain('<title>Explanation: pairs: explained.csv against background.csv</title>');
    expect(page).toMatch(/<svg class="chart"/);
    expect(page).not.toMatch(/(?:src|href)="(?!#)/);
  });

  test('finds a model of the registry by its name, with the settings kept with it', async () => {
    const registered = await run(
      'model',
      'register',
      place('linear.onnx'),
      '--name',
      'fare',
      '--map',
      'a,b,c,d',
      '--workspace',
      place('workspace'),
    );
    expect(registered.code).toBe(0);
    const words = ['--model', 'fare', '--workspace', place('workspace'), '--rows', '5', '--format', 'json'];
    const { code, stdout } = await run('explain', place('background.csv'), '--target', 'y', ...words);
    expect(code).toBe(0);
    expect(modelExplanation.parse(JSON.parse(stdout)).model).toMatchObject({ name: 'fare', version: '1' });
  });

  test.each([
    [['--set', 'a=1'], '--set changes a row'],
    [['--attribute'], '--reference REFERENCE'],
    [['--row', '1', '--attribute', '-r', 'x.csv'], 'different questions'],
    [['--rows', '0'], 'rows: '],
    [['-o', 'page.txt'], 'cannot be told'],
    [['--metric', 'wrong'], 'There is no metric wrong'],
  ])('says what is wrong with %j', async (words, message) => {
    const { code, stderr } = await explain(...words);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('driftglass robustness', () => {
  const robustness = (...words: string[]) =>
    run('robustness', place('explained.csv'), '--model', place('pairs.onnx'), '--target', 'y', ...words);

  test('prints the worst first, and ends with 1 where a bound is exceeded', async () => {
    const broken = await robustness('--scale', '10', '--noise', '0.1', '--bound', 'scale.change=0.01,noise.change=5');
    expect(broken.code).toBe(1);
    expect(broken.stdout).toContain('1 of 2 bounds is exceeded');
    expect(broken.stdout).toMatch(/column +what was done +mean change/);
    const good = await robustness('--noise', '0.1', '--bound', 'noise.change=5');
    expect(good.code).toBe(0);
    expect(good.stdout).toContain('The bound holds');
  });

  test('writes JSON that fits the schema; none leaves a kind out', async () => {
    const { stdout } = await robustness('--noise', 'none', '--missing', 'none', '--units', 'none', '--scale', '2', '--format', 'json');
    const found = robustnessReport.parse(JSON.parse(stdout));
    expect(new Set(found.perturbations.map(({ kind, level }) => `${kind} ${level}`))).toEqual(new Set(['scale 2']));
    expect((await robustness('-o', place('robustness.html'))).stderr).toContain('perturbations tried. Written:');
  });

  test.each([
    [['--bound', 'noise=1'], 'should be KIND.MEASURE=NUMBER'],
    [['--bound', 'noise.speed=1'], 'robustness.bounds.0.measure'],
    [['--missing', '2'], 'robustness.missing.0'],
    [['--metric', 'roc-auc'], 'There is no metric roc-auc'],
  ])('says what is wrong with %j', async (words, message) => {
    const { code, stderr } = await robustness(...words);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
